ALTER TABLE "drafts" ALTER COLUMN "score" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ALTER COLUMN "bound" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "progress" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "heard_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "stop_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "failure" text;