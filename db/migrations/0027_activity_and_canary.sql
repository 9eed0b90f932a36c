CREATE TYPE "public"."activity_source" AS ENUM('zendesk', 'helpscout', 'intercom', 'kundo', 'other');--> statement-breakpoint
CREATE TABLE "activity_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" "activity_source" NOT NULL,
	"external_id" text NOT NULL,
	"employee_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"tickets" integer NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_reports_once" UNIQUE("source","external_id"),
	CONSTRAINT "activity_reports_last" CHECK ("activity_reports"."ends_at" > "activity_reports"."starts_at"),
	CONSTRAINT "activity_reports_tickets_are_counted" CHECK ("activity_reports"."tickets" >= 0)
);
--> statement-breakpoint
ALTER TABLE "activity_reports" ADD CONSTRAINT "activity_reports_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_reports_by_employee" ON "activity_reports" USING btree ("employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "activity_reports_by_age" ON "activity_reports" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "notices_canary" ON "notices" USING btree ("created_at") WHERE kind = 'delivery-canary';