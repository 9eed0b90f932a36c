-- A trigger of a row that answers nothing skips the row in silence: erasure must reach closed seasons as well.
drop trigger seasons_stay_closed on seasons;
--> statement-breakpoint
create function refuse_reopening() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('lyttepost.erasing', true) = 'on' then
    return new;
  end if;
  raise exception 'a closed season is not rewritten'
    using errcode = 'integrity_constraint_violation', constraint = 'seasons_stay_closed';
end
$$;
--> statement-breakpoint
create trigger seasons_stay_closed
  before update or delete on seasons
  for each row when (old.closed_at is not null)
  execute function refuse_reopening();
--> statement-breakpoint
create trigger seasons_keep_their_days
  before update on seasons
  for each row when (old.closed_at is not null)
  execute function refuse_other_numbers('name', 'closing');
