ALTER TABLE "draft_assignments" ADD COLUMN "pinned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "draft_assignments" ADD COLUMN "pinned_by" uuid;--> statement-breakpoint
ALTER TABLE "draft_assignments" ADD CONSTRAINT "draft_assignments_pinned_by_employees_id_fk" FOREIGN KEY ("pinned_by") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Whom notices were written to, said to every process as the transaction ends. A message holds up to 8,000 bytes, so 200 ids
-- go into one; where very many are told, everybody looks.
CREATE FUNCTION "tell_of_notices"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  news text;
BEGIN
  FOR news IN
    SELECT CASE WHEN max(people) > 2000 THEN '*' ELSE string_agg(id, ',') END
    FROM (
      SELECT employee_id::text AS id,
        CASE WHEN count(*) OVER () > 2000 THEN 0 ELSE (row_number() OVER () - 1) / 200 END AS message,
        count(*) OVER () AS people
      FROM (SELECT DISTINCT employee_id FROM written) told
    ) numbered
    GROUP BY message
  LOOP
    PERFORM pg_notify('lyttepost_notices', news);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "notices_tell" AFTER INSERT ON "notices" REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION "tell_of_notices"();
