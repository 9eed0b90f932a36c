CREATE TYPE "public"."calendar_shown_as" AS ENUM('busy', 'free');--> statement-breakpoint
CREATE TYPE "public"."feed_purpose" AS ENUM('own', 'team', 'rotation');--> statement-breakpoint
CREATE TABLE "feed_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"purpose" "feed_purpose" NOT NULL,
	"team_id" uuid,
	"rotation_id" uuid,
	"shown_as" "calendar_shown_as" NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "feed_addresses_name_what_they_show" CHECK (("feed_addresses"."team_id" is not null) = ("feed_addresses"."purpose" = 'team') and ("feed_addresses"."rotation_id" is not null) = ("feed_addresses"."purpose" = 'rotation'))
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "feed_addresses" ADD CONSTRAINT "feed_addresses_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_addresses" ADD CONSTRAINT "feed_addresses_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed_addresses" ADD CONSTRAINT "feed_addresses_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "feed_addresses_token_is_unique" ON "feed_addresses" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_addresses_one_per_purpose" ON "feed_addresses" USING btree ("employee_id","purpose",coalesce(team_id, rotation_id, employee_id)) WHERE revoked_at is null;--> statement-breakpoint
create function count_revision() returns trigger language plpgsql as $$
begin
  new.revision := old.revision + 1;
  return new;
end
$$;
--> statement-breakpoint
create trigger assignments_count_revisions
  before update on assignments for each row
  when (
    (old.starts_at, old.ends_at, old.part_starts_at, old.part_ends_at, old.released_at)
    is distinct from (new.starts_at, new.ends_at, new.part_starts_at, new.part_ends_at, new.released_at)
  )
  execute function count_revision();
