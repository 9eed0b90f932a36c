CREATE TYPE "public"."group_role" AS ENUM('host', 'lead', 'hr');--> statement-breakpoint
CREATE TYPE "public"."leaver_decision" AS ENUM('confirmed', 'released', 'taken_back');--> statement-breakpoint
CREATE TABLE "scim_group_members" (
	"group_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scim_group_members_group_id_employee_id_pk" PRIMARY KEY("group_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "scim_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"external_id" text,
	"team_id" uuid,
	"role" "group_role",
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scim_groups_leads_lead_a_team" CHECK ("scim_groups"."role" is distinct from 'lead' or "scim_groups"."team_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "scim_defaults" (
	"id" text PRIMARY KEY DEFAULT 'one' NOT NULL,
	"team_id" uuid,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"locale" "locale" NOT NULL,
	CONSTRAINT "scim_defaults_is_one_row" CHECK ("scim_defaults"."id" = 'one')
);
--> statement-breakpoint
CREATE TABLE "scim_leavers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"held_at" timestamp with time zone,
	"decision" "leaver_decision",
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "scim_leavers_decision_has_a_time" CHECK (("scim_leavers"."decision" is null) = ("scim_leavers"."decided_at" is null)),
	CONSTRAINT "scim_leavers_only_held_are_decided" CHECK ("scim_leavers"."decision" is null or "scim_leavers"."held_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "scim_people" (
	"employee_id" uuid PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"external_id" text,
	"resource" jsonb NOT NULL,
	"manager_ref" text,
	"assumed" jsonb NOT NULL,
	"given" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "scim_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scim_group_members" ADD CONSTRAINT "scim_group_members_group_id_scim_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."scim_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_group_members" ADD CONSTRAINT "scim_group_members_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_groups" ADD CONSTRAINT "scim_groups_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_defaults" ADD CONSTRAINT "scim_defaults_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_leavers" ADD CONSTRAINT "scim_leavers_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_leavers" ADD CONSTRAINT "scim_leavers_decided_by_employees_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_people" ADD CONSTRAINT "scim_people_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_tokens" ADD CONSTRAINT "scim_tokens_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scim_group_members_by_employee" ON "scim_group_members" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "scim_groups_by_external_id" ON "scim_groups" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "scim_leavers_by_time" ON "scim_leavers" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "scim_leavers_held_once" ON "scim_leavers" USING btree ("employee_id") WHERE held_at is not null and decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "scim_people_user_name_is_unique" ON "scim_people" USING btree (lower("user_name"));--> statement-breakpoint
CREATE INDEX "scim_people_by_external_id" ON "scim_people" USING btree ("external_id");--> statement-breakpoint
CREATE INDEX "scim_people_by_manager_ref" ON "scim_people" USING btree (lower("manager_ref")) WHERE manager_ref is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "scim_tokens_token_is_unique" ON "scim_tokens" USING btree ("token_hash");