CREATE TYPE "public"."absence_source" AS ENUM('own', 'import', 'feed');--> statement-breakpoint
CREATE TYPE "public"."day_part" AS ENUM('day', 'morning', 'afternoon', 'evening', 'night');--> statement-breakpoint
CREATE TYPE "public"."wish_level" AS ENUM('love', 'fine', 'rather_not', 'ask_nicely', 'cannot');--> statement-breakpoint
CREATE TYPE "public"."wish_reason" AS ENUM('care', 'study', 'other_work', 'travel', 'faith', 'health', 'other');--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tried_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "calendar_feeds_one_per_person" UNIQUE("employee_id")
);
--> statement-breakpoint
CREATE TABLE "company_days" (
	"id" uuid PRIMARY KEY NOT NULL,
	"on_day" date NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"region" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "company_days_once_per_place" UNIQUE NULLS NOT DISTINCT("on_day","country","region"),
	CONSTRAINT "company_days_region_has_a_country" CHECK ("company_days"."region" is null or "company_days"."country" is not null),
	CONSTRAINT "company_days_country_is_two_letters" CHECK ("company_days"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "company_days_region_is_a_code" CHECK ("company_days"."region" ~ '^[A-Z0-9]{1,3}$'),
	CONSTRAINT "company_days_name_is_not_blank" CHECK (length(trim("company_days"."name")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "unavailable_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"starts_at" time(0) NOT NULL,
	"ends_at" time(0) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unavailable_hours_weekday_is_iso" CHECK ("unavailable_hours"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"weekday" smallint,
	"on_day" date,
	"part" "day_part" NOT NULL,
	"level" "wish_level" NOT NULL,
	"reason" "wish_reason",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wishes_once_per_part" UNIQUE NULLS NOT DISTINCT("employee_id","weekday","on_day","part"),
	CONSTRAINT "wishes_are_for_a_weekday_or_a_date" CHECK (("wishes"."weekday" is null) <> ("wishes"."on_day" is null)),
	CONSTRAINT "wishes_weekday_is_iso" CHECK ("wishes"."weekday" between 1 and 7),
	CONSTRAINT "wishes_cannot_has_a_reason" CHECK (("wishes"."level" = 'cannot') = ("wishes"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "absences" ADD COLUMN "source" "absence_source" DEFAULT 'own' NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD COLUMN "feed_id" uuid;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_days" ADD CONSTRAINT "company_days_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unavailable_hours" ADD CONSTRAINT "unavailable_hours_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishes" ADD CONSTRAINT "wishes_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unavailable_hours_start_once" ON "unavailable_hours" USING btree ("employee_id","weekday","starts_at");--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_feed_id_calendar_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."calendar_feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_feed" ON "absences" USING btree ("feed_id");--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_come_from_a_feed_or_not" CHECK (("absences"."source" = 'feed') = ("absences"."feed_id" is not null));--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_region_is_a_code" CHECK ("employees"."region" ~ '^[A-Z0-9]{1,3}$');