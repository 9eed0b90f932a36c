CREATE TYPE "public"."absence_kind" AS ENUM('leave', 'sick', 'other');--> statement-breakpoint
CREATE TYPE "public"."level" AS ENUM('staff', 'lead', 'executive');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('en', 'nb', 'sv');--> statement-breakpoint
CREATE TYPE "public"."readiness" AS ENUM('in_training', 'shadowing', 'ready');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('hr', 'admin');--> statement-breakpoint
CREATE TYPE "public"."learning_type" AS ENUM('bug', 'hard_to_use', 'missing', 'how_to', 'policy_or_process', 'praise', 'other');--> statement-breakpoint
CREATE TYPE "public"."ledger_kind" AS ENUM('worked', 'credited', 'waived', 'carried');--> statement-breakpoint
CREATE TYPE "public"."publication_effect" AS ENUM('given', 'taken');--> statement-breakpoint
CREATE TYPE "public"."quota_scope" AS ENUM('organisation', 'team', 'person');--> statement-breakpoint
CREATE TYPE "public"."holiday_rule" AS ENUM('skip', 'unpopular');--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"kind" "absence_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_end_after_start" CHECK ("absences"."ends_at" > "absences"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"reason" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "draft_assignments" (
	"draft_shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "draft_assignments_draft_shift_id_employee_id_pk" PRIMARY KEY("draft_shift_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "draft_shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"min_seats" integer NOT NULL,
	"desired_seats" integer NOT NULL,
	"max_seats" integer NOT NULL,
	"hosts_required" integer NOT NULL,
	"is_holiday" boolean NOT NULL,
	CONSTRAINT "draft_shifts_start_once" UNIQUE("draft_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"seed" integer NOT NULL,
	"score" jsonb NOT NULL,
	"bound" double precision NOT NULL,
	"facts_digest" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"discarded_at" timestamp with time zone,
	CONSTRAINT "drafts_end_after_start" CHECK ("drafts"."to_on" > "drafts"."from_on")
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"title" text NOT NULL,
	"level" "level" DEFAULT 'staff' NOT NULL,
	"team_id" uuid NOT NULL,
	"manager_id" uuid,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"working_days" smallint[] NOT NULL,
	"work_starts_at" time(0) NOT NULL,
	"work_ends_at" time(0) NOT NULL,
	"fte_percent" integer DEFAULT 100 NOT NULL,
	"joined_on" date NOT NULL,
	"leaves_on" date,
	"is_host" boolean DEFAULT false NOT NULL,
	"readiness" "readiness" DEFAULT 'ready' NOT NULL,
	"locale" "locale" DEFAULT 'en' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	CONSTRAINT "employees_name_is_not_blank" CHECK (length(trim("employees"."name")) between 1 and 200),
	CONSTRAINT "employees_country_is_two_letters" CHECK ("employees"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "employees_fte_percent_is_1_to_100" CHECK ("employees"."fte_percent" between 1 and 100),
	CONSTRAINT "employees_working_days_are_weekdays" CHECK ("employees"."working_days" <@ array[1,2,3,4,5,6,7]::smallint[]),
	CONSTRAINT "employees_leave_after_joining" CHECK ("employees"."leaves_on" is null or "employees"."leaves_on" >= "employees"."joined_on")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"employee_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"granted_by" uuid,
	CONSTRAINT "grants_employee_id_role_pk" PRIMARY KEY("employee_id","role")
);
--> statement-breakpoint
CREATE TABLE "team_leads" (
	"team_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	CONSTRAINT "team_leads_team_id_employee_id_pk" PRIMARY KEY("team_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "learnings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"type" "learning_type" NOT NULL,
	"tried_to" text NOT NULL,
	"obstacle" text NOT NULL,
	"customer_words" text,
	"times_this_shift" integer DEFAULT 1 NOT NULL,
	"minutes_lost" integer DEFAULT 0 NOT NULL,
	"ticket_url" text,
	"action" text,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learnings_happened_at_least_once" CHECK ("learnings"."times_this_shift" >= 1),
	CONSTRAINT "learnings_lost_minutes_are_not_negative" CHECK ("learnings"."minutes_lost" >= 0)
);
--> statement-breakpoint
CREATE TABLE "nothing_new_answers" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" "ledger_kind" NOT NULL,
	"minutes" integer NOT NULL,
	"on_day" date NOT NULL,
	"assignment_id" uuid,
	"corrects_id" uuid,
	"reason" text,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entered_by" uuid,
	"worked_from" timestamp with time zone,
	"worked_to" timestamp with time zone,
	CONSTRAINT "ledger_corrections_give_a_reason" CHECK ("ledger_entries"."corrects_id" is null or length(trim("ledger_entries"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "publication_changes" (
	"publication_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"effect" "publication_effect" NOT NULL,
	CONSTRAINT "publication_changes_publication_id_assignment_id_effect_pk" PRIMARY KEY("publication_id","assignment_id","effect")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"reverted_at" timestamp with time zone,
	"reverted_by" uuid,
	CONSTRAINT "publications_one_per_draft" UNIQUE("draft_id"),
	CONSTRAINT "publications_end_after_start" CHECK ("publications"."to_on" > "publications"."from_on")
);
--> statement-breakpoint
CREATE TABLE "quotas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" "quota_scope" NOT NULL,
	"team_id" uuid,
	"employee_id" uuid,
	"minutes" integer NOT NULL,
	"per_weeks" integer NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "quotas_are_not_negative" CHECK ("quotas"."minutes" >= 0),
	CONSTRAINT "quotas_weeks_are_1_to_52" CHECK ("quotas"."per_weeks" between 1 and 52),
	CONSTRAINT "quotas_end_after_start" CHECK ("quotas"."to_on" is null or "quotas"."to_on" > "quotas"."from_on"),
	CONSTRAINT "quotas_name_their_scope" CHECK (("quotas"."scope" = 'organisation' and "quotas"."team_id" is null and "quotas"."employee_id" is null)
        or ("quotas"."scope" = 'team' and "quotas"."team_id" is not null and "quotas"."employee_id" is null)
        or ("quotas"."scope" = 'person' and "quotas"."team_id" is null and "quotas"."employee_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "rotation_slots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"starts_at" time(0) NOT NULL,
	"ends_at" time(0) NOT NULL,
	CONSTRAINT "rotation_slots_weekday_is_iso" CHECK ("rotation_slots"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "rotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"min_seats" integer NOT NULL,
	"desired_seats" integer NOT NULL,
	"max_seats" integer NOT NULL,
	"hosts_required" integer NOT NULL,
	"eligible_team_ids" uuid[],
	"eligible_levels" "level"[],
	"valid_from" date NOT NULL,
	"valid_to" date,
	"holiday_country" text NOT NULL,
	"holiday_rule" "holiday_rule" NOT NULL,
	"lead_time_days" integer DEFAULT 14 NOT NULL,
	"spacing_days" integer DEFAULT 14 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rotations_seats_are_in_order" CHECK (0 <= "rotations"."min_seats" and "rotations"."min_seats" <= "rotations"."desired_seats" and "rotations"."desired_seats" <= "rotations"."max_seats" and "rotations"."max_seats" > 0),
	CONSTRAINT "rotations_hosts_fit_the_seats" CHECK ("rotations"."hosts_required" >= 0 and "rotations"."hosts_required" <= "rotations"."max_seats"),
	CONSTRAINT "rotations_end_after_start" CHECK ("rotations"."valid_to" is null or "rotations"."valid_to" > "rotations"."valid_from"),
	CONSTRAINT "rotations_lead_time_is_not_negative" CHECK ("rotations"."lead_time_days" >= 0),
	CONSTRAINT "rotations_spacing_is_not_negative" CHECK ("rotations"."spacing_days" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"min_seats" integer NOT NULL,
	"desired_seats" integer NOT NULL,
	"max_seats" integer NOT NULL,
	"hosts_required" integer NOT NULL,
	"is_holiday" boolean DEFAULT false NOT NULL,
	CONSTRAINT "shifts_start_once_per_rotation" UNIQUE("rotation_id","starts_at"),
	CONSTRAINT "shifts_instants" UNIQUE("id","starts_at","ends_at"),
	CONSTRAINT "shifts_end_after_start" CHECK ("shifts"."ends_at" > "shifts"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"support_cap" integer DEFAULT 2 NOT NULL,
	CONSTRAINT "teams_name_is_not_blank" CHECK (length(trim("teams"."name")) between 1 and 100),
	CONSTRAINT "teams_support_cap_is_not_negative" CHECK ("teams"."support_cap" >= 0)
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_keep_the_shifts_instants" FOREIGN KEY ("shift_id","starts_at","ends_at") REFERENCES "public"."shifts"("id","starts_at","ends_at") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "draft_assignments" ADD CONSTRAINT "draft_assignments_draft_shift_id_draft_shifts_id_fk" FOREIGN KEY ("draft_shift_id") REFERENCES "public"."draft_shifts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_assignments" ADD CONSTRAINT "draft_assignments_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_shifts" ADD CONSTRAINT "draft_shifts_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_manager_id_employees_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_employees_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_leads" ADD CONSTRAINT "team_leads_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_leads" ADD CONSTRAINT "team_leads_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learnings" ADD CONSTRAINT "learnings_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learnings" ADD CONSTRAINT "learnings_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nothing_new_answers" ADD CONSTRAINT "nothing_new_answers_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_corrects_id_ledger_entries_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."ledger_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_entered_by_employees_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_changes" ADD CONSTRAINT "publication_changes_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_changes" ADD CONSTRAINT "publication_changes_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_employees_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_reverted_by_employees_id_fk" FOREIGN KEY ("reverted_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_slots" ADD CONSTRAINT "rotation_slots_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_employee" ON "absences" USING btree ("employee_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_one_seat_per_person" ON "assignments" USING btree ("shift_id","employee_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "assignments_by_employee" ON "assignments" USING btree ("employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "assignments_by_start" ON "assignments" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "audit_entries_by_object" ON "audit_entries" USING btree ("object_type","object_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "drafts_by_rotation" ON "drafts" USING btree ("rotation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_email_is_unique" ON "employees" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "employees_by_team" ON "employees" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "employees_by_name" ON "employees" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "team_leads_by_employee" ON "team_leads" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "learnings_by_shift" ON "learnings" USING btree ("shift_id");--> statement-breakpoint
CREATE INDEX "learnings_by_employee" ON "learnings" USING btree ("employee_id","submitted_at");--> statement-breakpoint
CREATE INDEX "learnings_by_submission" ON "learnings" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_employee" ON "ledger_entries" USING btree ("employee_id","on_day");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_day" ON "ledger_entries" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_assignment" ON "ledger_entries" USING btree ("assignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_confirm_once" ON "ledger_entries" USING btree ("assignment_id") WHERE corrects_id is null and kind = 'worked';--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_correct_once" ON "ledger_entries" USING btree ("corrects_id");--> statement-breakpoint
CREATE INDEX "notices_by_employee" ON "notices" USING btree ("employee_id","created_at");--> statement-breakpoint
CREATE INDEX "publications_by_rotation" ON "publications" USING btree ("rotation_id","published_at");--> statement-breakpoint
CREATE INDEX "quotas_by_team" ON "quotas" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "quotas_by_employee" ON "quotas" USING btree ("employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quotas_one_per_scope_and_day" ON "quotas" USING btree ("scope",coalesce("team_id", "employee_id", '00000000-0000-0000-0000-000000000000'::uuid),"from_on");--> statement-breakpoint
CREATE INDEX "rotation_slots_by_rotation" ON "rotation_slots" USING btree ("rotation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rotation_slots_start_once" ON "rotation_slots" USING btree ("rotation_id","weekday","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rotations_name_is_unique" ON "rotations" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "sessions_by_employee" ON "sessions" USING btree ("employee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_links_token_is_unique" ON "sign_in_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "shifts_by_start" ON "shifts" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name_is_unique" ON "teams" USING btree (lower("name"));