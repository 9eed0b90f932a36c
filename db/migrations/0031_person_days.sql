CREATE TABLE "person_days" (
	"employee_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"first_over_at" timestamp with time zone,
	"last_over_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"worked" integer DEFAULT 0 NOT NULL,
	"credited" integer DEFAULT 0 NOT NULL,
	"waived" integer DEFAULT 0 NOT NULL,
	"carried" integer DEFAULT 0 NOT NULL,
	"carried_out" integer DEFAULT 0 NOT NULL,
	"out_until" date,
	"reviewed" integer DEFAULT 0 NOT NULL,
	"help_pages" integer DEFAULT 0 NOT NULL,
	"call_backs" integer DEFAULT 0 NOT NULL,
	"tracks" smallint DEFAULT 0 NOT NULL,
	"shifts" smallint DEFAULT 0 NOT NULL,
	"odd_shifts" smallint DEFAULT 0 NOT NULL,
	"odd_points" smallint DEFAULT 0 NOT NULL,
	"swaps" smallint DEFAULT 0 NOT NULL,
	"no_shows" smallint DEFAULT 0 NOT NULL,
	"learnings" smallint DEFAULT 0 NOT NULL,
	"nothing_new" smallint DEFAULT 0 NOT NULL,
	"asked" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "person_days_employee_id_on_day_pk" PRIMARY KEY("employee_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "stale_person_days" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stale_person_days_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"employee_id" uuid NOT NULL,
	"on_day" date NOT NULL
);
--> statement-breakpoint
CREATE INDEX "person_days_by_day" ON "person_days" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "person_days_by_change" ON "person_days" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "person_days_by_end" ON "person_days" USING btree ("last_over_at");--> statement-breakpoint
CREATE INDEX "stale_person_days_by_day" ON "stale_person_days" USING btree ("on_day");--> statement-breakpoint
-- Which days of which people a change touches. A list without keys: no writer waits for another one's mark.
create function mark_days_of_hours() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select employee_id, on_day from touched
    union select a.employee_id, s.on_day from touched join assignments a on a.id = touched.assignment_id
      join shifts s on s.id = a.shift_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger ledger_entries_mark_days after insert on ledger_entries
  referencing new table as touched for each statement execute function mark_days_of_hours();
--> statement-breakpoint
create function mark_days_of_seats() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select distinct touched.employee_id, s.on_day from touched join shifts s on s.id = touched.shift_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger assignments_added_mark_days after insert on assignments
  referencing new table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create trigger assignments_changed_mark_days after update on assignments
  referencing new table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create trigger assignments_gone_mark_days after delete on assignments
  referencing old table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create trigger learnings_added_mark_days after insert on learnings
  referencing new table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create trigger learnings_changed_mark_days after update on learnings
  referencing new table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create trigger learnings_gone_mark_days after delete on learnings
  referencing old table as touched for each statement execute function mark_days_of_seats();
--> statement-breakpoint
create function mark_days_around_seats() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select distinct a.employee_id, s.on_day from touched join assignments a on a.id = touched.assignment_id
      join shifts s on s.id = a.shift_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger nothing_new_answers_added_mark_days after insert on nothing_new_answers
  referencing new table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create trigger nothing_new_answers_changed_mark_days after update on nothing_new_answers
  referencing new table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create trigger nothing_new_answers_gone_mark_days after delete on nothing_new_answers
  referencing old table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create trigger no_shows_added_mark_days after insert on no_shows
  referencing new table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create trigger no_shows_changed_mark_days after update on no_shows
  referencing new table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create trigger no_shows_gone_mark_days after delete on no_shows
  referencing old table as touched for each statement execute function mark_days_around_seats();
--> statement-breakpoint
create function mark_days_of_swaps() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select distinct a.employee_id, s.on_day from touched join assignments a on a.id = touched.give_assignment_id
      join shifts s on s.id = a.shift_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger proposals_added_mark_days after insert on proposals
  referencing new table as touched for each statement execute function mark_days_of_swaps();
--> statement-breakpoint
create trigger proposals_changed_mark_days after update on proposals
  referencing new table as touched for each statement execute function mark_days_of_swaps();
--> statement-breakpoint
create trigger proposals_gone_mark_days after delete on proposals
  referencing old table as touched for each statement execute function mark_days_of_swaps();
--> statement-breakpoint
create function mark_days_of_asks() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select distinct touched.employee_id, (p.created_at at time zone 'UTC')::date
      from touched join proposals p on p.id = touched.proposal_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger proposal_asks_added_mark_days after insert on proposal_asks
  referencing new table as touched for each statement execute function mark_days_of_asks();
--> statement-breakpoint
create trigger proposal_asks_gone_mark_days after delete on proposal_asks
  referencing old table as touched for each statement execute function mark_days_of_asks();
--> statement-breakpoint
create function mark_days_of_moved_shifts() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select a.employee_id, unnest(array[old.on_day, new.on_day])
      from (select employee_id from assignments where shift_id = new.id
        union select employee_id from learnings where shift_id = new.id) as a;
  return null;
end
$$;
--> statement-breakpoint
create trigger shifts_moved_mark_days after update on shifts for each row
  when ((old.on_day, old.starts_at, old.ends_at, old.is_holiday) is distinct from (new.on_day, new.starts_at, new.ends_at, new.is_holiday))
  execute function mark_days_of_moved_shifts();
--> statement-breakpoint
-- Which hours are odd depends on the person's own clock.
create function mark_days_by_the_clock() returns trigger language plpgsql as $$
begin
  insert into stale_person_days (employee_id, on_day)
    select distinct a.employee_id, s.on_day from assignments a join shifts s on s.id = a.shift_id
      where a.employee_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
create trigger employees_with_another_clock_mark_days after update on employees for each row
  when (old.time_zone is distinct from new.time_zone) execute function mark_days_by_the_clock();
--> statement-breakpoint
-- Everything there is, for the job to add up: after this migration, and after rows were loaded past the triggers.
create function mark_all_days() returns void language sql as $$
  insert into stale_person_days (employee_id, on_day)
    select employee_id, on_day from ledger_entries
    union select a.employee_id, s.on_day from assignments a join shifts s on s.id = a.shift_id
    union select l.employee_id, s.on_day from learnings l join shifts s on s.id = l.shift_id
    union select x.employee_id, (p.created_at at time zone 'UTC')::date from proposal_asks x join proposals p on p.id = x.proposal_id
    union select employee_id, on_day from person_days
    order by 2, 1;
$$;
--> statement-breakpoint
select mark_all_days();
