-- What themes count by, as it was: with these their figures can be read as of a day. Who joined, left, merged, decided and
-- when is kept already; words are those of today.
create constraint trigger learnings_keep_their_past after update on learnings
  deferrable initially deferred for each row
  when ((old.times_this_shift, old.minutes_lost) is distinct from (new.times_this_shift, new.minutes_lost))
  execute function keep_past('times_this_shift', 'minutes_lost');
--> statement-breakpoint
create constraint trigger themes_keep_their_past after update on themes
  deferrable initially deferred for each row
  when ((old.area_id, old.owner_id, old.answer_by_on) is distinct from (new.area_id, new.owner_id, new.answer_by_on))
  execute function keep_past('area_id', 'owner_id', 'answer_by_on');
