CREATE TYPE "public"."decay_decision" AS ENUM('stop', 'change', 'keep');--> statement-breakpoint
CREATE TYPE "public"."served_answer" AS ENUM('yes', 'no', 'unsure');--> statement-breakpoint
CREATE TABLE "decay_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"quarter_from_on" date NOT NULL,
	"signs" jsonb NOT NULL,
	"owner_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" "decay_decision",
	"reason" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "decay_reviews_once_per_quarter" UNIQUE("quarter_from_on"),
	CONSTRAINT "decay_reviews_are_decided_with_a_reason_by_name" CHECK (num_nonnulls("decay_reviews"."decision", "decay_reviews"."reason", "decay_reviews"."decided_at", "decay_reviews"."decided_by") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "leaders_first_overrides" (
	"publication_id" uuid PRIMARY KEY NOT NULL,
	"leader_ids" uuid[] NOT NULL,
	"reason" text NOT NULL,
	"overridden_at" timestamp with time zone DEFAULT now() NOT NULL,
	"overridden_by" uuid,
	CONSTRAINT "leaders_first_overrides_give_a_reason" CHECK (length(trim("leaders_first_overrides"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "leaders_first_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "leaders_first_policies_give_a_reason" CHECK (length(trim("leaders_first_policies"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "guessed_pains" (
	"guess_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"area_id" uuid,
	"words" text,
	CONSTRAINT "guessed_pains_guess_id_place_pk" PRIMARY KEY("guess_id","place"),
	CONSTRAINT "guessed_pains_are_one_thing" CHECK (num_nonnulls("guessed_pains"."area_id", "guessed_pains"."words") = 1),
	CONSTRAINT "guessed_pains_are_three_at_most" CHECK ("guessed_pains"."place" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "season_guesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"season_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"served_well_percent" smallint NOT NULL,
	"guessed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "season_guesses_once_per_leader" UNIQUE("season_id","employee_id"),
	CONSTRAINT "season_guesses_percent_is_one" CHECK ("season_guesses"."served_well_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "goal_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"learning_id" uuid,
	"theme_id" uuid,
	"fix_it_id" uuid,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attached_by" uuid NOT NULL,
	CONSTRAINT "goal_evidence_once_per_goal" UNIQUE NULLS NOT DISTINCT("goal_id","learning_id","theme_id","fix_it_id"),
	CONSTRAINT "goal_evidence_is_one_thing" CHECK (num_nonnulls("goal_evidence"."learning_id", "goal_evidence"."theme_id", "goal_evidence"."fix_it_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "season_goals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"season_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"goal" text NOT NULL,
	"measure" text NOT NULL,
	"strategy_line" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "season_goals_have_a_place_each" UNIQUE("season_id","place"),
	CONSTRAINT "season_goals_are_three_at_most" CHECK ("season_goals"."place" between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"closing" jsonb,
	CONSTRAINT "seasons_end_after_start" CHECK ("seasons"."to_on" > "seasons"."from_on"),
	CONSTRAINT "seasons_name_is_not_blank" CHECK (length(trim("seasons"."name")) between 1 and 100),
	CONSTRAINT "seasons_close_with_a_page" CHECK (("seasons"."closed_at" is null) = ("seasons"."closing" is null))
);
--> statement-breakpoint
CREATE TABLE "csat_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"answered_on" date NOT NULL,
	"score" smallint NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"imported_by" uuid,
	CONSTRAINT "csat_answers_once_per_reference" UNIQUE("reference"),
	CONSTRAINT "csat_answers_score_is_1_to_5" CHECK ("csat_answers"."score" between 1 and 5),
	CONSTRAINT "csat_answers_reference_is_a_code" CHECK ("csat_answers"."reference" ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "served_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"served_well" "served_answer" NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "served_counts" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"yes" integer NOT NULL,
	"no" integer NOT NULL,
	"unsure" integer NOT NULL,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "served_counts_are_of_one_shift" CHECK ("served_counts"."yes" between 0 and 500 and "served_counts"."no" between 0 and 500 and "served_counts"."unsure" between 0 and 500)
);
--> statement-breakpoint
CREATE TABLE "shift_moods" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"mood" smallint NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shift_moods_are_1_to_5" CHECK ("shift_moods"."mood" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "decay_reviews" ADD CONSTRAINT "decay_reviews_owner_id_employees_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decay_reviews" ADD CONSTRAINT "decay_reviews_decided_by_employees_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_first_overrides" ADD CONSTRAINT "leaders_first_overrides_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_first_overrides" ADD CONSTRAINT "leaders_first_overrides_overridden_by_employees_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaders_first_policies" ADD CONSTRAINT "leaders_first_policies_set_by_employees_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guessed_pains" ADD CONSTRAINT "guessed_pains_guess_id_season_guesses_id_fk" FOREIGN KEY ("guess_id") REFERENCES "public"."season_guesses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guessed_pains" ADD CONSTRAINT "guessed_pains_area_id_product_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_guesses" ADD CONSTRAINT "season_guesses_season_id_seasons_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."seasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_guesses" ADD CONSTRAINT "season_guesses_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_evidence" ADD CONSTRAINT "goal_evidence_goal_id_season_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."season_goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_evidence" ADD CONSTRAINT "goal_evidence_learning_id_learnings_id_fk" FOREIGN KEY ("learning_id") REFERENCES "public"."learnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_evidence" ADD CONSTRAINT "goal_evidence_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_evidence" ADD CONSTRAINT "goal_evidence_fix_it_id_fix_it_blocks_id_fk" FOREIGN KEY ("fix_it_id") REFERENCES "public"."fix_it_blocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_evidence" ADD CONSTRAINT "goal_evidence_attached_by_employees_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_goals" ADD CONSTRAINT "season_goals_season_id_seasons_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."seasons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_closed_by_employees_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "csat_answers" ADD CONSTRAINT "csat_answers_imported_by_employees_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_cases" ADD CONSTRAINT "served_cases_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "served_counts" ADD CONSTRAINT "served_counts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_moods" ADD CONSTRAINT "shift_moods_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leaders_first_policies_by_time" ON "leaders_first_policies" USING btree ("set_at","id");--> statement-breakpoint
CREATE INDEX "goal_evidence_by_learning" ON "goal_evidence" USING btree ("learning_id");--> statement-breakpoint
CREATE INDEX "goal_evidence_by_theme" ON "goal_evidence" USING btree ("theme_id");--> statement-breakpoint
CREATE INDEX "goal_evidence_by_fix_it" ON "goal_evidence" USING btree ("fix_it_id");--> statement-breakpoint
CREATE INDEX "csat_answers_by_day" ON "csat_answers" USING btree ("answered_on");--> statement-breakpoint
CREATE INDEX "served_cases_by_seat" ON "served_cases" USING btree ("assignment_id");
--> statement-breakpoint
-- Half-open days: one season may begin on the day on which another is over.
alter table seasons
  add constraint seasons_do_not_overlap
  exclude using gist (daterange(from_on, to_on, '[)') with &&);
--> statement-breakpoint
-- A closing page that changed afterwards would be no record.
create trigger seasons_stay_closed
  before update or delete on seasons
  for each row when (old.closed_at is not null)
  execute function refuse_rewriting();
