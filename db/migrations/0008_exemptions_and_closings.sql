CREATE TYPE "public"."exemption_reason" AS ENUM('health', 'caring', 'parental', 'workload', 'role', 'other');--> statement-breakpoint
CREATE TYPE "public"."fix_it_kind" AS ENUM('repair', 'page');--> statement-breakpoint
CREATE TYPE "public"."credit_purpose" AS ENUM('review', 'help_pages', 'call_backs', 'preparation', 'fix_it');--> statement-breakpoint
CREATE TABLE "attendances" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"checked_in_at" timestamp with time zone NOT NULL,
	"checked_out_at" timestamp with time zone,
	CONSTRAINT "attendances_out_after_in" CHECK ("attendances"."checked_out_at" is null or "attendances"."checked_out_at" >= "attendances"."checked_in_at")
);
--> statement-breakpoint
CREATE TABLE "counter_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"agrees" boolean NOT NULL,
	"minutes" integer,
	"comment" text,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"marked_by" uuid NOT NULL,
	CONSTRAINT "counter_marks_say_why_not" CHECK ("counter_marks"."agrees" or length(trim("counter_marks"."comment")) > 0),
	CONSTRAINT "counter_marks_minutes_are_of_a_day" CHECK ("counter_marks"."minutes" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "no_shows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"raised_by" uuid NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" text,
	"withdrawn_at" timestamp with time zone,
	"recorded_at" timestamp with time zone,
	CONSTRAINT "no_shows_once_per_seat" UNIQUE("assignment_id"),
	CONSTRAINT "no_shows_are_answered_in_words" CHECK (("no_shows"."answered_at" is null) = ("no_shows"."answer" is null)),
	CONSTRAINT "no_shows_end_in_one_way" CHECK (num_nonnulls("no_shows"."answered_at", "no_shows"."withdrawn_at", "no_shows"."recorded_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "closed_balances" (
	"closing_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"due_minutes" integer NOT NULL,
	"worked_minutes" integer NOT NULL,
	"credited_minutes" integer NOT NULL,
	"waived_minutes" integer NOT NULL,
	"brought_minutes" integer NOT NULL,
	"balance_minutes" integer NOT NULL,
	"taken_minutes" integer NOT NULL,
	CONSTRAINT "closed_balances_closing_id_employee_id_pk" PRIMARY KEY("closing_id","employee_id"),
	CONSTRAINT "closed_balances_add_up" CHECK ("closed_balances"."balance_minutes" = "closed_balances"."worked_minutes" + "closed_balances"."credited_minutes" + "closed_balances"."waived_minutes" + "closed_balances"."brought_minutes" - "closed_balances"."due_minutes")
);
--> statement-breakpoint
CREATE TABLE "closings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"cap_minutes" integer NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" uuid,
	CONSTRAINT "closings_once_per_period" UNIQUE("from_on"),
	CONSTRAINT "closings_end_after_start" CHECK ("closings"."to_on" > "closings"."from_on"),
	CONSTRAINT "closings_cap_is_not_negative" CHECK ("closings"."cap_minutes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "exemption_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"exemption_id" uuid NOT NULL,
	"approver_id" uuid NOT NULL,
	"as_lead" boolean NOT NULL,
	"as_hr" boolean NOT NULL,
	"approved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exemption_approvals_once_per_person" UNIQUE("exemption_id","approver_id")
);
--> statement-breakpoint
CREATE TABLE "exemptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" "exemption_reason" NOT NULL,
	"note" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_by" uuid NOT NULL,
	"granted_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refused_by" uuid,
	"refusal" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "exemptions_end_after_start" CHECK ("exemptions"."to_on" > "exemptions"."from_on"),
	CONSTRAINT "exemptions_last_26_weeks_at_most" CHECK ("exemptions"."to_on" - "exemptions"."from_on" <= 182),
	CONSTRAINT "exemptions_are_refused_with_a_reason" CHECK (("exemptions"."refused_at" is null) = ("exemptions"."refusal" is null)),
	CONSTRAINT "exemptions_are_decided_once" CHECK ("exemptions"."refused_at" is null or ("exemptions"."granted_at" is null and "exemptions"."withdrawn_at" is null))
);
--> statement-breakpoint
CREATE TABLE "fix_it_blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"learning_id" uuid NOT NULL,
	"kind" "fix_it_kind" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "fix_it_blocks_once_per_seat" UNIQUE("assignment_id"),
	CONSTRAINT "fix_it_blocks_end_after_start" CHECK ("fix_it_blocks"."ends_at" > "fix_it_blocks"."starts_at"),
	CONSTRAINT "fix_it_blocks_are_done_in_words" CHECK (("fix_it_blocks"."done_at" is null) = ("fix_it_blocks"."outcome" is null))
);
--> statement-breakpoint
CREATE TABLE "hours_policies" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"period_months" integer NOT NULL,
	"cap_minutes" integer NOT NULL,
	CONSTRAINT "hours_policies_is_one_row" CHECK ("hours_policies"."is_only"),
	CONSTRAINT "hours_policies_period_divides_the_year" CHECK ("hours_policies"."period_months" in (1, 2, 3, 4, 6, 12)),
	CONSTRAINT "hours_policies_cap_is_not_negative" CHECK ("hours_policies"."cap_minutes" >= 0)
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "purpose" "credit_purpose";--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "closing_id" uuid;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "preparation_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "counts_fix_it" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "fix_it_minutes" integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_marks" ADD CONSTRAINT "counter_marks_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_marks" ADD CONSTRAINT "counter_marks_marked_by_employees_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_shows" ADD CONSTRAINT "no_shows_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "no_shows" ADD CONSTRAINT "no_shows_raised_by_employees_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_balances" ADD CONSTRAINT "closed_balances_closing_id_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."closings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closed_balances" ADD CONSTRAINT "closed_balances_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closings" ADD CONSTRAINT "closings_closed_by_employees_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemption_approvals" ADD CONSTRAINT "exemption_approvals_exemption_id_exemptions_id_fk" FOREIGN KEY ("exemption_id") REFERENCES "public"."exemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemption_approvals" ADD CONSTRAINT "exemption_approvals_approver_id_employees_id_fk" FOREIGN KEY ("approver_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_asked_by_employees_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_refused_by_employees_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exemptions" ADD CONSTRAINT "exemptions_withdrawn_by_employees_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fix_it_blocks" ADD CONSTRAINT "fix_it_blocks_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fix_it_blocks" ADD CONSTRAINT "fix_it_blocks_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fix_it_blocks" ADD CONSTRAINT "fix_it_blocks_learning_id_learnings_id_fk" FOREIGN KEY ("learning_id") REFERENCES "public"."learnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_marks_by_assignment" ON "counter_marks" USING btree ("assignment_id","marked_at");--> statement-breakpoint
CREATE INDEX "no_shows_by_time" ON "no_shows" USING btree ("raised_at");--> statement-breakpoint
CREATE INDEX "closed_balances_by_employee" ON "closed_balances" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "exemptions_by_employee" ON "exemptions" USING btree ("employee_id","from_on");--> statement-breakpoint
CREATE INDEX "fix_it_blocks_by_employee" ON "fix_it_blocks" USING btree ("employee_id","starts_at");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_closing_id_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."closings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_by_closing" ON "ledger_entries" USING btree ("closing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_credit_once" ON "ledger_entries" USING btree ("assignment_id","purpose") WHERE corrects_id is null and kind = 'credited' and assignment_id is not null;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_purpose_is_of_a_credit" CHECK ("ledger_entries"."purpose" is null or "ledger_entries"."kind" = 'credited');--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_closing_is_of_a_carry" CHECK ("ledger_entries"."closing_id" is null or "ledger_entries"."kind" = 'carried');--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_preparation_is_within_a_day" CHECK ("rotations"."preparation_minutes" between 0 and 480);--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_fix_it_is_within_a_day" CHECK ("rotations"."fix_it_minutes" between 15 and 480);
--> statement-breakpoint
-- Half-open days: one exemption may begin on the day on which another no longer counts.
alter table exemptions
  add constraint exemptions_do_not_overlap
  exclude using gist (employee_id with =, daterange(from_on, to_on, '[)') with &&)
  where (refused_at is null and withdrawn_at is null);
