CREATE TYPE "public"."planning_mode" AS ENUM('plan', 'repair');--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "mode" "planning_mode" DEFAULT 'plan' NOT NULL;