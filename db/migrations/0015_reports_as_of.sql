CREATE TYPE "public"."retention_kind" AS ENUM('absence_kinds', 'free_text', 'customer_words', 'notices', 'past_rows', 'audit', 'leavers');--> statement-breakpoint
CREATE TABLE "control_measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"legal_basis" text NOT NULL,
	"consulted" text NOT NULL,
	"consulted_on" date NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "control_measures_end_after_start" CHECK ("control_measures"."to_on" > "control_measures"."from_on"),
	CONSTRAINT "control_measures_say_what_for" CHECK (length(trim("control_measures"."purpose")) > 0),
	CONSTRAINT "control_measures_name_a_ground" CHECK (length(trim("control_measures"."legal_basis")) > 0),
	CONSTRAINT "control_measures_name_who_was_asked" CHECK (length(trim("control_measures"."consulted")) > 0),
	CONSTRAINT "control_measures_are_discussed_first" CHECK ("control_measures"."consulted_on" <= "control_measures"."from_on"),
	CONSTRAINT "control_measures_are_ended_by_somebody" CHECK (("control_measures"."ended_at" is null) = ("control_measures"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	"erased_by" uuid,
	"reason" text NOT NULL,
	CONSTRAINT "erasures_once_per_person" UNIQUE("employee_id")
);
--> statement-breakpoint
CREATE TABLE "long_absences" (
	"employee_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	CONSTRAINT "long_absences_employee_id_from_on_pk" PRIMARY KEY("employee_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "stale_absences" (
	"employee_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "past_rows" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "past_rows_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"row_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "retention_kind" NOT NULL,
	"days" integer NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	CONSTRAINT "retention_rules_are_at_least_a_day" CHECK ("retention_rules"."days" between 1 and 36500)
);
--> statement-breakpoint
ALTER TABLE "control_measures" ADD CONSTRAINT "control_measures_recorded_by_employees_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_measures" ADD CONSTRAINT "control_measures_ended_by_employees_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_erased_by_employees_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_set_by_employees_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "control_measures_by_start" ON "control_measures" USING btree ("from_on");--> statement-breakpoint
CREATE INDEX "long_absences_by_day" ON "long_absences" USING btree ("from_on","to_on");--> statement-breakpoint
CREATE INDEX "past_rows_by_time" ON "past_rows" USING btree ("kind","until");--> statement-breakpoint
CREATE INDEX "past_rows_by_row" ON "past_rows" USING btree ("row_id","until");--> statement-breakpoint
CREATE INDEX "retention_rules_by_kind" ON "retention_rules" USING btree ("kind","set_at");