-- What the table definitions cannot say: no person in two places, and books that cannot be rewritten.
create extension if not exists btree_gist;
--> statement-breakpoint
-- Half-open: a shift that ends at 12:00 and one that starts at 12:00 do not overlap.
-- Deferrable: two people may exchange overlapping shifts within one transaction.
alter table assignments
  add constraint assignments_do_not_overlap
  exclude using gist (employee_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
  where (released_at is null) deferrable initially immediate;
--> statement-breakpoint
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation', constraint = tg_table_name || '_is_append_only';
end
$$;
--> statement-breakpoint
create trigger ledger_entries_are_append_only
  before update or delete or truncate on ledger_entries
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger audit_entries_are_append_only
  before update or delete or truncate on audit_entries
  for each statement execute function refuse_rewriting();
