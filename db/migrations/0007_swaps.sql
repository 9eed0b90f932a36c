CREATE TYPE "public"."proposal_cause" AS ENUM('moved', 'cancelled', 'reverted', 'absence', 'deactivated', 'changed_hands');--> statement-breakpoint
CREATE TYPE "public"."proposal_kind" AS ENUM('swap', 'cover', 'open_seat');--> statement-breakpoint
CREATE TABLE "proposal_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposal_id" uuid NOT NULL,
	"employee_id" uuid NOT NULL,
	"take_assignment_id" uuid,
	"declined_at" timestamp with time zone,
	"declined_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_cause" "proposal_cause",
	CONSTRAINT "proposal_asks_once_per_person" UNIQUE("proposal_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE "proposal_changes" (
	"proposal_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"effect" "publication_effect" NOT NULL,
	CONSTRAINT "proposal_changes_proposal_id_assignment_id_effect_pk" PRIMARY KEY("proposal_id","assignment_id","effect")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "proposal_kind" NOT NULL,
	"proposer_id" uuid NOT NULL,
	"give_assignment_id" uuid,
	"shift_id" uuid,
	"part_starts_at" timestamp with time zone,
	"part_ends_at" timestamp with time zone,
	"message" text,
	"needs_approval" boolean DEFAULT false NOT NULL,
	"undo_minutes" integer DEFAULT 30 NOT NULL,
	"counter_of" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by_id" uuid,
	"consented_by" uuid,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"refused_at" timestamp with time zone,
	"refused_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_cause" "proposal_cause",
	"carried_out_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "proposals_part_has_both_ends" CHECK (("proposals"."part_starts_at" is null) = ("proposals"."part_ends_at" is null) and ("proposals"."part_starts_at" is null or "proposals"."part_ends_at" > "proposals"."part_starts_at")),
	CONSTRAINT "proposals_end_in_one_way" CHECK (num_nonnulls("proposals"."carried_out_at", "proposals"."withdrawn_at", "proposals"."closed_at", "proposals"."refused_at") <= 1),
	CONSTRAINT "proposals_are_carried_out_by_consent" CHECK ("proposals"."carried_out_at" is null or ("proposals"."accepted_at" is not null and "proposals"."accepted_by_id" is not null)),
	CONSTRAINT "proposals_undo_what_was_done" CHECK ("proposals"."undone_at" is null or "proposals"."carried_out_at" is not null),
	CONSTRAINT "proposals_close_with_a_cause" CHECK (("proposals"."closed_at" is null) = ("proposals"."closed_cause" is null))
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "part_starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "part_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "held_starts_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(part_starts_at, starts_at)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "held_ends_at" timestamp with time zone GENERATED ALWAYS AS (coalesce(part_ends_at, ends_at)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "swaps_need_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rotations" ADD COLUMN "undo_minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal_asks" ADD CONSTRAINT "proposal_asks_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_asks" ADD CONSTRAINT "proposal_asks_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_asks" ADD CONSTRAINT "proposal_asks_take_assignment_id_assignments_id_fk" FOREIGN KEY ("take_assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_asks" ADD CONSTRAINT "proposal_asks_declined_by_employees_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_changes" ADD CONSTRAINT "proposal_changes_proposal_id_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_changes" ADD CONSTRAINT "proposal_changes_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_proposer_id_employees_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_give_assignment_id_assignments_id_fk" FOREIGN KEY ("give_assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_counter_of_proposals_id_fk" FOREIGN KEY ("counter_of") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_created_by_employees_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_accepted_by_id_employees_id_fk" FOREIGN KEY ("accepted_by_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_consented_by_employees_id_fk" FOREIGN KEY ("consented_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_approved_by_employees_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_refused_by_employees_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_withdrawn_by_employees_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_undone_by_employees_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proposal_asks_by_person" ON "proposal_asks" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "proposal_asks_by_seat" ON "proposal_asks" USING btree ("take_assignment_id");--> statement-breakpoint
CREATE INDEX "proposal_changes_by_seat" ON "proposal_changes" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "proposals_by_proposer" ON "proposals" USING btree ("proposer_id","created_at");--> statement-breakpoint
CREATE INDEX "proposals_by_seat" ON "proposals" USING btree ("give_assignment_id");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_part_lies_in_the_shift" CHECK (released_at is not null or (
        (part_starts_at is null) = (part_ends_at is null)
        and (part_starts_at is null or (starts_at <= part_starts_at and part_starts_at < part_ends_at and part_ends_at <= ends_at))
      ));--> statement-breakpoint
ALTER TABLE "rotations" ADD CONSTRAINT "rotations_undo_is_not_negative" CHECK ("rotations"."undo_minutes" >= 0);--> statement-breakpoint
-- By what people really work: two may hold the halves of one shift, and one half leaves room for something else.
ALTER TABLE "assignments" DROP CONSTRAINT "assignments_do_not_overlap";--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_do_not_overlap"
  EXCLUDE USING gist (employee_id WITH =, tstzrange(held_starts_at, held_ends_at, '[)') WITH &&)
  WHERE (released_at is null) DEFERRABLE INITIALLY IMMEDIATE;
