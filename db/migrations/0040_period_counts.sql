CREATE TYPE "public"."period_count_kind" AS ENUM('decay', 'closing');--> statement-breakpoint
CREATE TABLE "period_counts" (
	"kind" "period_count_kind" NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"counts" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"holds_until" timestamp with time zone,
	CONSTRAINT "period_counts_kind_from_on_to_on_pk" PRIMARY KEY("kind","from_on","to_on")
);
--> statement-breakpoint
CREATE TABLE "stale_period_counts" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stale_period_counts_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_on" date,
	"to_on" date
);
--> statement-breakpoint
ALTER TABLE "theme_sums" ADD COLUMN "first_submitted_at" timestamp with time zone;
--> statement-breakpoint
-- Which days of the kept counts a change touches. Whatever marks a day of a person changes what is counted of that day.
create function mark_counts_of_days() returns trigger language plpgsql as $$
begin
  insert into stale_period_counts (from_on, to_on) select on_day, on_day + 1 from touched group by on_day;
  return null;
end
$$;
--> statement-breakpoint
create trigger stale_person_days_mark_counts after insert on stale_person_days
  referencing new table as touched for each statement execute function mark_counts_of_days();
--> statement-breakpoint
create function mark_counts_around_seats() returns trigger language plpgsql as $$
begin
  insert into stale_period_counts (from_on, to_on)
    select s.on_day, s.on_day + 1 from touched join assignments a on a.id = touched.assignment_id
      join shifts s on s.id = a.shift_id group by s.on_day;
  return null;
end
$$;
--> statement-breakpoint
create trigger shift_moods_added_mark_counts after insert on shift_moods
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger shift_moods_changed_mark_counts after update on shift_moods
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger shift_moods_gone_mark_counts after delete on shift_moods
  referencing old table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_cases_added_mark_counts after insert on served_cases
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_cases_changed_mark_counts after update on served_cases
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_cases_gone_mark_counts after delete on served_cases
  referencing old table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_counts_added_mark_counts after insert on served_counts
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_counts_changed_mark_counts after update on served_counts
  referencing new table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
create trigger served_counts_gone_mark_counts after delete on served_counts
  referencing old table as touched for each statement execute function mark_counts_around_seats();
--> statement-breakpoint
-- A day more or less away makes a long absence of days up to three weeks from it (`quotas/read-due.ts`).
create function mark_counts_of_absences() returns trigger language plpgsql as $$
begin
  insert into stale_period_counts (from_on, to_on)
    select (starts_at at time zone 'UTC')::date - 23, (ends_at at time zone 'UTC')::date + 24 from touched;
  return null;
end
$$;
--> statement-breakpoint
create trigger absences_added_mark_counts after insert on absences
  referencing new table as touched for each statement execute function mark_counts_of_absences();
--> statement-breakpoint
create trigger absences_gone_mark_counts after delete on absences
  referencing old table as touched for each statement execute function mark_counts_of_absences();
--> statement-breakpoint
create trigger absences_were_mark_counts after update on absences
  referencing old table as touched for each statement execute function mark_counts_of_absences();
--> statement-breakpoint
create trigger absences_are_mark_counts after update on absences
  referencing new table as touched for each statement execute function mark_counts_of_absences();
--> statement-breakpoint
create function mark_all_counts() returns trigger language plpgsql as $$
begin
  insert into stale_period_counts default values;
  return null;
end
$$;
--> statement-breakpoint
create trigger quotas_mark_counts after insert or update or delete on quotas
  for each statement execute function mark_all_counts();
--> statement-breakpoint
create trigger exemptions_mark_counts after insert or update or delete on exemptions
  for each statement execute function mark_all_counts();
--> statement-breakpoint
create trigger employees_mark_counts after insert or delete on employees
  for each statement execute function mark_all_counts();
--> statement-breakpoint
create trigger employees_changed_mark_counts after update on employees for each row
  when ((old.team_id, old.level, old.is_host, old.fte_percent, old.joined_on, old.leaves_on, old.deactivated_at,
      old.time_zone, old.working_days, old.work_starts_at, old.work_ends_at)
    is distinct from (new.team_id, new.level, new.is_host, new.fte_percent, new.joined_on, new.leaves_on, new.deactivated_at,
      new.time_zone, new.working_days, new.work_starts_at, new.work_ends_at))
  execute function mark_all_counts();
--> statement-breakpoint
-- Of which theme something was told, and within which theme that one stands.
create function mark_counts_of_memberships() returns trigger language plpgsql as $$
begin
  insert into stale_period_counts (from_on, to_on)
    select s.on_day, s.on_day + 1 from touched join learnings l on l.id = touched.learning_id
      join shifts s on s.id = l.shift_id group by s.on_day;
  return null;
end
$$;
--> statement-breakpoint
create trigger theme_learnings_added_mark_counts after insert on theme_learnings
  referencing new table as touched for each statement execute function mark_counts_of_memberships();
--> statement-breakpoint
create trigger theme_learnings_changed_mark_counts after update on theme_learnings
  referencing new table as touched for each statement execute function mark_counts_of_memberships();
--> statement-breakpoint
create trigger theme_learnings_gone_mark_counts after delete on theme_learnings
  referencing old table as touched for each statement execute function mark_counts_of_memberships();
--> statement-breakpoint
create trigger theme_merges_mark_counts after insert or update or delete on theme_merges
  for each statement execute function mark_all_counts();
