ALTER TYPE "public"."skip_reason" ADD VALUE 'unlinked';--> statement-breakpoint
ALTER TYPE "public"."retention_kind" ADD VALUE 'deliveries' BEFORE 'past_rows';--> statement-breakpoint
CREATE TABLE "slack_day_posts" (
	"rotation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"channel_id" text NOT NULL,
	"claimed_by" uuid,
	"claimed_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ts" text,
	"says" text,
	"posted_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "slack_day_posts_rotation_id_on_day_pk" PRIMARY KEY("rotation_id","on_day"),
	CONSTRAINT "slack_day_posts_are_known_when_posted" CHECK (("slack_day_posts"."ts" is null) = ("slack_day_posts"."posted_at" is null))
);
--> statement-breakpoint
CREATE TABLE "slack_links" (
	"employee_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"slack_user_id" text,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slack_links_one_person_per_user" UNIQUE("slack_user_id")
);
--> statement-breakpoint
CREATE TABLE "slack_requests" (
	"signature" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notice_preferences" DROP CONSTRAINT "notice_preferences_employee_id_notice_group_pk";--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD COLUMN "channel" "channel" DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_employee_id_notice_group_channel_pk" PRIMARY KEY("employee_id","notice_group","channel");--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "slack_channel_id" text;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "slack_locale" "locale" DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "slack_day_posts" ADD CONSTRAINT "slack_day_posts_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slack_links" ADD CONSTRAINT "slack_links_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "slack_links_by_look" ON "slack_links" USING btree ("looked_at");--> statement-breakpoint
CREATE INDEX "slack_requests_by_end" ON "slack_requests" USING btree ("until");--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_slack_channel_is_an_id" CHECK ("rotations"."slack_channel_id" ~ '^[CG][A-Z0-9]{2,30}$');