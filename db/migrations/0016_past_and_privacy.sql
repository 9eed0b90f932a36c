-- The instant of a transaction is that of its audit entries: the database has no clock of its own here.
create function mark_moment() returns trigger language plpgsql as $$
begin
  perform set_config('lyttepost.at', (select max(at)::text from written), true);
  return null;
end
$$;
--> statement-breakpoint
create trigger audit_entries_mark_the_moment after insert on audit_entries
  referencing new table as written for each statement execute function mark_moment();
--> statement-breakpoint
-- Keeps the columns named in the arguments as they were. Deferred, so that the audit entry is there.
create function keep_past() returns trigger language plpgsql as $$
declare
  at text := current_setting('lyttepost.at', true);
  was jsonb := to_jsonb(old);
  kept jsonb;
begin
  if coalesce(at, '') = '' then return null; end if;
  select jsonb_object_agg(name, was -> name) into kept from unnest(tg_argv) as name;
  insert into past_rows (kind, row_id, until, facts) values (tg_table_name, old.id, at::timestamptz, kept);
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger employees_keep_their_past after update on employees
  deferrable initially deferred for each row
  when ((old.team_id, old.level, old.country, old.fte_percent, old.joined_on, old.leaves_on, old.deactivated_at,
         old.time_zone, old.working_days, old.work_starts_at, old.work_ends_at)
    is distinct from (new.team_id, new.level, new.country, new.fte_percent, new.joined_on, new.leaves_on, new.deactivated_at,
         new.time_zone, new.working_days, new.work_starts_at, new.work_ends_at))
  execute function keep_past('team_id', 'level', 'country', 'fte_percent', 'joined_on', 'leaves_on', 'deactivated_at',
    'time_zone', 'working_days', 'work_starts_at', 'work_ends_at');
--> statement-breakpoint
create constraint trigger quotas_keep_their_past after update on quotas
  deferrable initially deferred for each row when (old.to_on is distinct from new.to_on)
  execute function keep_past('to_on');
--> statement-breakpoint
create constraint trigger exemptions_keep_their_past after update on exemptions
  deferrable initially deferred for each row
  when ((old.from_on, old.to_on) is distinct from (new.from_on, new.to_on))
  execute function keep_past('from_on', 'to_on');
--> statement-breakpoint
-- A seat given up says so itself; one given back, or of which another part is worked, does not.
create constraint trigger assignments_keep_their_past after update on assignments
  deferrable initially deferred for each row
  when (old.released_at is distinct from new.released_at and old.released_at is not null)
  execute function keep_past('released_at');
--> statement-breakpoint
create constraint trigger absences_keep_their_past after update on absences
  deferrable initially deferred for each row
  when ((old.starts_at, old.ends_at) is distinct from (new.starts_at, new.ends_at))
  execute function keep_past('employee_id', 'starts_at', 'ends_at', 'created_at', 'source');
--> statement-breakpoint
create constraint trigger absences_keep_what_went after delete on absences
  deferrable initially deferred for each row
  execute function keep_past('employee_id', 'starts_at', 'ends_at', 'created_at', 'source');
--> statement-breakpoint
create function mark_stale_absences() returns trigger language plpgsql as $$
begin
  insert into stale_absences
    select distinct employee_id from touched order by employee_id on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger absences_added_are_news after insert on absences
  referencing new table as touched for each statement execute function mark_stale_absences();
--> statement-breakpoint
create trigger absences_changed_are_news after update on absences
  referencing new table as touched for each statement execute function mark_stale_absences();
--> statement-breakpoint
create trigger absences_gone_are_news after delete on absences
  referencing old table as touched for each statement execute function mark_stale_absences();
--> statement-breakpoint
create function mark_stale_absences_of() returns trigger language plpgsql as $$
begin
  insert into stale_absences values (new.id) on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger employees_work_other_hours after update on employees for each row
  when ((old.time_zone, old.working_days, old.work_starts_at, old.work_ends_at)
    is distinct from (new.time_zone, new.working_days, new.work_starts_at, new.work_ends_at))
  execute function mark_stale_absences_of();
--> statement-breakpoint
insert into stale_absences select distinct employee_id from absences;
--> statement-breakpoint
-- One narrow way past the append-only rule, for erasure and retention: a transaction that names what it does.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if current_setting('lyttepost.erasing', true) = 'on'
    and (tg_op = 'UPDATE' or (tg_op = 'DELETE' and tg_table_name = 'audit_entries')) then
    return null;
  end if;
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;
--> statement-breakpoint
-- Even then only words change: no number, no date, no person.
create function refuse_other_numbers() returns trigger language plpgsql as $$
begin
  if to_jsonb(old) - tg_argv is distinct from to_jsonb(new) - tg_argv then
    raise exception '% keeps its numbers', tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_keeps_its_numbers';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger ledger_entries_keep_their_numbers before update on ledger_entries
  for each row execute function refuse_other_numbers('reason');
--> statement-breakpoint
create trigger audit_entries_keep_who_and_when before update on audit_entries
  for each row execute function refuse_other_numbers('before', 'after');
