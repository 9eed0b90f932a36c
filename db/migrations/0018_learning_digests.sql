CREATE TYPE "public"."digest_kind" AS ENUM('weekly', 'monthly', 'reporter');--> statement-breakpoint
CREATE TABLE "learning_digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"employee_id" uuid NOT NULL,
	"kind" "digest_kind" NOT NULL,
	"due_on" date NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"facts" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "learning_digests_once_per_period" UNIQUE("employee_id","kind","due_on")
);
--> statement-breakpoint
ALTER TABLE "learning_digests" ADD CONSTRAINT "learning_digests_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;