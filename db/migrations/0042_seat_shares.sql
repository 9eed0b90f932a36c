CREATE TABLE "seat_shares" (
	"rotation_id" uuid NOT NULL,
	"week_on" date NOT NULL,
	"shares" jsonb NOT NULL,
	"asked" text NOT NULL,
	"reckoned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seat_shares_rotation_id_week_on_pk" PRIMARY KEY("rotation_id","week_on")
);
--> statement-breakpoint
ALTER TABLE "seat_shares" ADD CONSTRAINT "seat_shares_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE cascade ON UPDATE no action;