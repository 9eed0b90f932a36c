CREATE TYPE "public"."learning_nudge" AS ENUM('shift_end', 'next_morning');--> statement-breakpoint
CREATE TYPE "public"."hearing_cause" AS ENUM('owner', 'reopened', 'lead', 'leadership');--> statement-breakpoint
CREATE TYPE "public"."theme_decision" AS ENUM('deciding', 'doing', 'done', 'declined');--> statement-breakpoint
CREATE TABLE "hourly_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_on" date NOT NULL,
	"cents_per_hour" integer NOT NULL,
	"currency" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "hourly_rates_are_not_negative" CHECK ("hourly_rates"."cents_per_hour" >= 0),
	CONSTRAINT "hourly_rates_currency_is_three_letters" CHECK ("hourly_rates"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "learning_nudges_sent" (
	"assignment_id" uuid NOT NULL,
	"nudge" "learning_nudge" NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learning_nudges_sent_assignment_id_nudge_pk" PRIMARY KEY("assignment_id","nudge")
);
--> statement-breakpoint
CREATE TABLE "product_areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "product_areas_name_is_not_blank" CHECK (length(trim("product_areas"."name")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "theme_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"decision" "theme_decision" NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "theme_decisions_give_a_reason" CHECK (length(trim("theme_decisions"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "theme_hearings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"leader_id" uuid NOT NULL,
	"cause" "hearing_cause" NOT NULL,
	"round" integer NOT NULL,
	"put_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"decision_id" uuid,
	CONSTRAINT "theme_hearings_once_per_round" UNIQUE("theme_id","leader_id","cause","round"),
	CONSTRAINT "theme_hearings_are_answered_in_words" CHECK (("theme_hearings"."answered_at" is null) = ("theme_hearings"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "theme_learnings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"learning_id" uuid NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"joined_by" uuid,
	"left_at" timestamp with time zone,
	"left_by" uuid,
	CONSTRAINT "theme_learnings_leave_after_joining" CHECK ("theme_learnings"."left_at" >= "theme_learnings"."joined_at")
);
--> statement-breakpoint
CREATE TABLE "theme_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"merged_by" uuid NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "theme_merges_into_another" CHECK ("theme_merges"."theme_id" <> "theme_merges"."into_id"),
	CONSTRAINT "theme_merges_are_undone_by_somebody" CHECK (("theme_merges"."undone_at" is null) = ("theme_merges"."undone_by" is null))
);
--> statement-breakpoint
CREATE TABLE "theme_owner_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "theme_owner_changes_give_a_reason" CHECK (length(trim("theme_owner_changes"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"area_id" uuid,
	"owner_id" uuid NOT NULL,
	"answer_by_on" date NOT NULL,
	"split_from_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "themes_title_is_not_blank" CHECK (length(trim("themes"."title")) between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "learnings" ADD COLUMN "area_id" uuid;--> statement-breakpoint
ALTER TABLE "learnings" ADD COLUMN "can_fix" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "learnings" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "learnings" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "hourly_rates" ADD CONSTRAINT "hourly_rates_entered_by_employees_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_nudges_sent" ADD CONSTRAINT "learning_nudges_sent_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_areas" ADD CONSTRAINT "product_areas_owner_id_employees_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_decisions" ADD CONSTRAINT "theme_decisions_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_decisions" ADD CONSTRAINT "theme_decisions_decided_by_employees_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_hearings" ADD CONSTRAINT "theme_hearings_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_hearings" ADD CONSTRAINT "theme_hearings_leader_id_employees_id_fk" FOREIGN KEY ("leader_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_hearings" ADD CONSTRAINT "theme_hearings_decision_id_theme_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."theme_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_learnings" ADD CONSTRAINT "theme_learnings_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_learnings" ADD CONSTRAINT "theme_learnings_learning_id_learnings_id_fk" FOREIGN KEY ("learning_id") REFERENCES "public"."learnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_learnings" ADD CONSTRAINT "theme_learnings_joined_by_employees_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_learnings" ADD CONSTRAINT "theme_learnings_left_by_employees_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_merges" ADD CONSTRAINT "theme_merges_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_merges" ADD CONSTRAINT "theme_merges_into_id_themes_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_merges" ADD CONSTRAINT "theme_merges_merged_by_employees_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_merges" ADD CONSTRAINT "theme_merges_undone_by_employees_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_owner_changes" ADD CONSTRAINT "theme_owner_changes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_owner_changes" ADD CONSTRAINT "theme_owner_changes_from_id_employees_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_owner_changes" ADD CONSTRAINT "theme_owner_changes_to_id_employees_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_owner_changes" ADD CONSTRAINT "theme_owner_changes_changed_by_employees_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_area_id_product_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_owner_id_employees_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_split_from_id_themes_id_fk" FOREIGN KEY ("split_from_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "product_areas_name_is_unique" ON "product_areas" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "theme_decisions_by_theme" ON "theme_decisions" USING btree ("theme_id","decided_at");--> statement-breakpoint
CREATE INDEX "theme_hearings_by_leader" ON "theme_hearings" USING btree ("leader_id","put_at");--> statement-breakpoint
CREATE UNIQUE INDEX "theme_learnings_one_theme_each" ON "theme_learnings" USING btree ("learning_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "theme_learnings_by_theme" ON "theme_learnings" USING btree ("theme_id") WHERE left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "theme_merges_into_one" ON "theme_merges" USING btree ("theme_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "theme_merges_by_target" ON "theme_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "theme_owner_changes_by_theme" ON "theme_owner_changes" USING btree ("theme_id","changed_at");--> statement-breakpoint
CREATE INDEX "themes_by_owner" ON "themes" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "themes_by_area" ON "themes" USING btree ("area_id");--> statement-breakpoint
ALTER TABLE "learnings" ADD CONSTRAINT "learnings_area_id_product_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."product_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learnings_by_area" ON "learnings" USING btree ("area_id");--> statement-breakpoint
create trigger theme_decisions_are_append_only
  before update or delete or truncate on theme_decisions
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger hourly_rates_are_append_only
  before update or delete or truncate on hourly_rates
  for each statement execute function refuse_rewriting();
