CREATE TYPE "public"."emphasis" AS ENUM('less', 'usual', 'more', 'most');--> statement-breakpoint
CREATE TABLE "planning_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"even_load" "emphasis" NOT NULL,
	"even_unpopular" "emphasis" NOT NULL,
	"wishes" "emphasis" NOT NULL,
	"promises" "emphasis" NOT NULL,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "planning_policies_give_a_reason" CHECK (length(trim("planning_policies"."reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "planning_policies" ADD CONSTRAINT "planning_policies_set_by_employees_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "planning_policies_by_time" ON "planning_policies" USING btree ("set_at","id");