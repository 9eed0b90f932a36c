CREATE TABLE "shift_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rotation_id" uuid NOT NULL,
	"shift_id" uuid,
	"things_to_know" jsonb NOT NULL,
	"quiet_job" text,
	"opening_call" text,
	"question" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "shift_cards_one_each" UNIQUE NULLS NOT DISTINCT("rotation_id","shift_id"),
	CONSTRAINT "shift_cards_have_three_things" CHECK (jsonb_array_length("shift_cards"."things_to_know") <= 3)
);
--> statement-breakpoint
CREATE TABLE "shift_handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shift_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"note" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone,
	CONSTRAINT "shift_handovers_one_each" UNIQUE("shift_id","employee_id"),
	CONSTRAINT "shift_handovers_are_not_blank" CHECK (length(trim("shift_handovers"."note")) > 0)
);
--> statement-breakpoint
ALTER TABLE "shift_cards" ADD CONSTRAINT "shift_cards_rotation_id_rotations_id_fk" FOREIGN KEY ("rotation_id") REFERENCES "public"."rotations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_cards" ADD CONSTRAINT "shift_cards_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_cards" ADD CONSTRAINT "shift_cards_changed_by_employees_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_handovers" ADD CONSTRAINT "shift_handovers_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_handovers" ADD CONSTRAINT "shift_handovers_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shift_handovers_by_employee" ON "shift_handovers" USING btree ("employee_id");