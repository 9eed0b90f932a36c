CREATE TABLE "person_terms" (
	"employee_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
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
	CONSTRAINT "person_terms_employee_id_from_on_to_on_pk" PRIMARY KEY("employee_id","from_on","to_on")
);
--> statement-breakpoint
CREATE INDEX "person_terms_by_term" ON "person_terms" USING btree ("from_on","to_on","last_over_at");--> statement-breakpoint
CREATE INDEX "person_terms_by_change" ON "person_terms" USING btree ("changed_at");
--> statement-breakpoint
-- Of the days as they are: those that are marked are added up anew with their terms. What left the books by the end of a
-- term counts in it; where several days are left on which more may leave, the term never holds.
insert into person_terms (employee_id, from_on, to_on, first_over_at, last_over_at, changed_at, worked, credited, waived, carried, carried_out,
  reviewed, help_pages, call_backs, shifts, odd_shifts, odd_points, swaps, no_shows, learnings, nothing_new, asked, tracks, out_until)
select d.employee_id, term.from_on, term.to_on, min(d.first_over_at), max(d.last_over_at),
  case when count(distinct d.out_until) filter (where d.out_until >= term.to_on) > 1 then 'infinity' else max(d.changed_at) end,
  sum(d.worked), sum(d.credited), sum(d.waived),
  sum(d.carried + case when d.out_until >= term.to_on or d.out_until is null then 0 else d.carried_out end),
  sum(case when d.out_until >= term.to_on then d.carried_out else 0 end),
  sum(d.reviewed), sum(d.help_pages), sum(d.call_backs), sum(d.shifts), sum(d.odd_shifts), sum(d.odd_points), sum(d.swaps),
  sum(d.no_shows), sum(d.learnings), sum(d.nothing_new), sum(d.asked), bit_or(d.tracks), max(d.out_until) filter (where d.out_until >= term.to_on)
from (
  select *, date_trunc('quarter', on_day)::date as quarter, date_trunc('year', on_day)::date as year from person_days
) as d cross join lateral (
  values (quarter, (quarter + interval '3 months')::date), (year, (year + interval '1 year')::date)) as term (from_on, to_on)
group by d.employee_id, term.from_on, term.to_on order by term.from_on, term.to_on;
