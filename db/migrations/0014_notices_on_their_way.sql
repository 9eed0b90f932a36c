CREATE TYPE "public"."channel" AS ENUM('email', 'slack', 'webhook');--> statement-breakpoint
CREATE TYPE "public"."skip_reason" AS ENUM('left', 'stale', 'inbox');--> statement-breakpoint
CREATE TYPE "public"."notice_mode" AS ENUM('at_once', 'digest', 'inbox');--> statement-breakpoint
CREATE TYPE "public"."shift_reminder" AS ENUM('week', 'day', 'hour', 'confirm');--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"channel" "channel" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"digest_on" date,
	"message_of" uuid,
	"message_id" text NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"receipt" text,
	"skipped_at" timestamp with time zone,
	"skip_reason" "skip_reason",
	"failed_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "deliveries_once_per_notice_and_channel" UNIQUE("notice_id","channel"),
	CONSTRAINT "deliveries_end_in_one_way" CHECK (num_nonnulls("deliveries"."sent_at", "deliveries"."skipped_at", "deliveries"."failed_at") <= 1),
	CONSTRAINT "deliveries_are_skipped_for_a_reason" CHECK (("deliveries"."skipped_at" is null) = ("deliveries"."skip_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"employee_id" uuid NOT NULL,
	"notice_group" text NOT NULL,
	"mode" "notice_mode" NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_preferences_employee_id_notice_group_pk" PRIMARY KEY("employee_id","notice_group")
);
--> statement-breakpoint
CREATE TABLE "quiet_hours" (
	"employee_id" uuid PRIMARY KEY NOT NULL,
	"starts_at" time(0),
	"ends_at" time(0),
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quiet_hours_have_both_ends" CHECK (("quiet_hours"."starts_at" is null) = ("quiet_hours"."ends_at" is null))
);
--> statement-breakpoint
CREATE TABLE "gaps_told" (
	"shift_id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shift_reminders_sent" (
	"assignment_id" uuid NOT NULL,
	"reminder" "shift_reminder" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shift_reminders_sent_assignment_id_reminder_starts_at_pk" PRIMARY KEY("assignment_id","reminder","starts_at")
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "routed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "queue_url" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps_told" ADD CONSTRAINT "gaps_told_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_reminders_sent" ADD CONSTRAINT "shift_reminders_sent_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("next_at") WHERE sent_at is null and skipped_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "deliveries_by_message" ON "deliveries" USING btree ("message_of");--> statement-breakpoint
CREATE INDEX "deliveries_by_employee" ON "deliveries" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_age" ON "deliveries" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notices_unrouted" ON "notices" USING btree ("created_at") WHERE routed_at is null;