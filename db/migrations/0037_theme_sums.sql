CREATE TABLE "stale_theme_sums" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stale_theme_sums_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"theme_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_sums" (
	"standing_id" uuid PRIMARY KEY NOT NULL,
	"members" uuid[] NOT NULL,
	"learnings" integer NOT NULL,
	"reporters" integer NOT NULL,
	"shifts" integer NOT NULL,
	"customers" double precision NOT NULL,
	"minutes" double precision NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"rate_days" date[] NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"lost" double precision[] NOT NULL
);
--> statement-breakpoint
create function mark_themes_of_memberships() returns trigger language plpgsql as $$
begin
  insert into stale_theme_sums (theme_id) select distinct theme_id from touched;
  return null;
end
$$;
--> statement-breakpoint
create trigger theme_learnings_added_mark_themes after insert on theme_learnings
  referencing new table as touched for each statement execute function mark_themes_of_memberships();
--> statement-breakpoint
create trigger theme_learnings_changed_mark_themes after update on theme_learnings
  referencing new table as touched for each statement execute function mark_themes_of_memberships();
--> statement-breakpoint
create trigger theme_learnings_gone_mark_themes after delete on theme_learnings
  referencing old table as touched for each statement execute function mark_themes_of_memberships();
--> statement-breakpoint
create function mark_themes_of_learnings() returns trigger language plpgsql as $$
begin
  insert into stale_theme_sums (theme_id)
    select distinct tl.theme_id from touched join theme_learnings tl on tl.learning_id = touched.id and tl.left_at is null;
  return null;
end
$$;
--> statement-breakpoint
create trigger learnings_changed_mark_themes after update on learnings
  referencing new table as touched for each statement execute function mark_themes_of_learnings();
--> statement-breakpoint
create function mark_themes_of_moved_shifts() returns trigger language plpgsql as $$
begin
  insert into stale_theme_sums (theme_id)
    select distinct tl.theme_id from learnings l join theme_learnings tl on tl.learning_id = l.id and tl.left_at is null
      where l.shift_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
create trigger shifts_moved_mark_themes after update on shifts for each row
  when ((old.on_day, old.starts_at) is distinct from (new.on_day, new.starts_at))
  execute function mark_themes_of_moved_shifts();
