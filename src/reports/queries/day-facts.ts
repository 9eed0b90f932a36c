import { type SQL, sql } from 'drizzle-orm'
import type { Parts } from '../terms-of.ts'
import { type AsOf, happenedBy, notBy, writtenBy } from './as-of.ts'

/** What is counted of a person on a day, as columns of `person_days`; minutes where they are hours. */
export const COUNTED = [
  ...(['worked', 'credited', 'waived', 'carried', 'carried_out'] as const),
  ...(['reviewed', 'help_pages', 'call_backs'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Counted = (typeof COUNTED)[number]

export const TRACK_ROWS = ['live_contact', 'review', 'help_pages', 'call_backs'] as const

/** When it is asked: as of which moment, and by when a shift must be over to count. */
export interface FactsAt {
  asOf: AsOf
  /** An instant as text, or `infinity`. */
  overBy: string
}

/** The same, and how the sums that are kept are read for it. */
export interface Moment extends FactsAt {
  /** Whether there are days that the sums do not tell. */
  hasOpenDays: boolean
  /** How the days are read. */
  parts: Parts
  /** Whether there are people of which a whole term cannot be read at once. */
  hasOpenTerms: boolean
  /** The only people that are read; left out: all. */
  among: string[] | undefined
}

/** A line of facts: what it counts, when it was written and when its shift is over. */
interface Line {
  counts: Partial<Record<Counted, SQL>>
  tracks?: SQL
  outUntil?: SQL
  changedAt: SQL
  overAt?: SQL
  from: SQL
}

const line = ({ counts, tracks, outUntil, changedAt, overAt, from }: Line): SQL => {
  const columns = COUNTED.map((name) => sql`${counts[name] ?? sql`0`} as ${sql.raw(name)}`)
  return sql`select open.id, open.day, ${sql.join(columns, sql`, `)}, ${tracks ?? sql`0`} as tracks,
    ${outUntil ?? sql`null::date`} as out_until, ${changedAt} as changed_at, ${overAt ?? sql`null::timestamptz`} as over_at ${from}`
}

const one = (where: SQL) => sql`(${where})::int`

const minutesWhere = (where: string) => sql.raw(`case when ${where} then l.minutes else 0 end`)

/** Credits around a shift belong to live contact. */
const TRACK = sql.raw(
  `case when l.kind = 'credited' then case l.purpose when 'review' then 1 when 'help_pages' then 2 when 'call_backs' then 3 else 0 end else 0 end`
)

/** What a closing carried out of its own period counts only in periods that go on behind it (`hours/queries/ledger.ts`). */
const WENT_OUT = `l.kind = 'carried' and l.on_day < c.to_on`

const hours = ({ asOf }: FactsAt): SQL =>
  line({
    counts: {
      worked: minutesWhere(`l.kind = 'worked'`),
      credited: minutesWhere(`l.kind = 'credited'`),
      waived: minutesWhere(`l.kind = 'waived'`),
      carried: minutesWhere(`l.kind = 'carried' and (c.id is null or l.on_day >= c.to_on)`),
      carried_out: minutesWhere(WENT_OUT),
      reviewed: minutesWhere(`l.kind = 'credited' and l.purpose = 'review'`),
      help_pages: minutesWhere(`l.kind = 'credited' and l.purpose = 'help_pages'`),
      call_backs: minutesWhere(`l.kind = 'credited' and l.purpose = 'call_backs'`)
    },
    tracks: sql`case when l.kind in ('worked', 'credited') then 1 << ${TRACK} else 0 end`,
    outUntil: sql.raw(`case when ${WENT_OUT} then c.to_on end`),
    changedAt: sql.raw('l.entered_at'),
    from: sql`from report_open_day as open join ledger_entries l on l.employee_id = open.id and l.on_day = open.day
      left join closings c on c.id = l.closing_id where ${writtenBy('l.entered_at', asOf)}`
  })

/** A shift counts for who held its seat to the end, unless hours were confirmed as none or corrected to none. */
function seats({ overBy }: FactsAt): SQL {
  const counts = sql`open.is_held and open.ends_at <= ${overBy}::timestamptz and not coalesce(told.nothing, false)`
  return line({
    counts: {
      shifts: one(counts),
      odd_shifts: one(sql`${counts} and open.points > 0`),
      odd_points: sql`case when ${counts} then open.points else 0 end`,
      asked: sql`1`
    },
    changedAt: sql`greatest(open.changed_at, told.at)`,
    overAt: sql`open.ends_at`,
    from: sql`from seat as open left join told on told.assignment_id = open.seat_id`
  })
}

/** What was heard on a shift, once that is over. */
const learnings = ({ asOf, overBy }: FactsAt): SQL =>
  line({
    counts: {
      learnings: one(sql`s.ends_at <= ${overBy}::timestamptz and ${notBy('x.withdrawn_at', asOf)}`)
    },
    changedAt: sql`greatest(x.submitted_at, x.withdrawn_at)`,
    overAt: sql`s.ends_at`,
    from: sql`from report_open_day as open join learnings x on x.employee_id = open.id
      join shifts s on s.id = x.shift_id and s.on_day = open.day where ${writtenBy('x.submitted_at', asOf)}`
  })

/** What happened around a seat counts on the day of the shift. */
const aroundSeats = ({ asOf, overBy }: FactsAt): SQL[] => [
  line({
    counts: { nothing_new: one(sql`open.ends_at <= ${overBy}::timestamptz and open.is_held`) },
    changedAt: sql`x.answered_at`,
    from: sql`from seat as open join nothing_new_answers x on x.assignment_id = open.seat_id where ${writtenBy('x.answered_at', asOf)}`
  }),
  line({
    counts: { swaps: one(notBy('x.undone_at', asOf)) },
    changedAt: sql`greatest(x.carried_out_at, x.undone_at)`,
    from: sql`from seat as open join proposals x on x.give_assignment_id = open.seat_id where ${happenedBy('x.carried_out_at', asOf)}`
  }),
  line({
    counts: { no_shows: sql`1` },
    changedAt: sql`x.recorded_at`,
    from: sql`from seat as open join no_shows x on x.assignment_id = open.seat_id where ${happenedBy('x.recorded_at', asOf)}`
  })
]

/** Whoever was asked to swap or cover was asked, too: on the day of it. */
const asks = ({ asOf }: FactsAt): SQL =>
  line({
    counts: { asked: sql`1` },
    changedAt: sql`p.created_at`,
    from: sql`from report_open_day as open join proposal_asks x on x.employee_id = open.id
      join proposals p on p.id = x.proposal_id and (p.created_at at time zone 'UTC')::date = open.day
      where ${writtenBy('p.created_at', asOf)}`
  })

/**
 * The seats of the open days, also those given up: whether they are held as of the moment (one given back had another
 * past), and how unpopular each is by the person's clock, in points; weekend 2, odd hours 1, holiday 3:
 * `engine/facts/unpopular-points.ts`, held equal by test.
 */
function seatsOf({ asOf }: FactsAt, clocks: SQL): SQL {
  const at = asOf ? sql`${asOf.toISOString()}::timestamptz` : sql`'infinity'::timestamptz`
  return sql`seat as materialized (
    select open.id, open.day, a.id as seat_id, s.ends_at, greatest(a.created_at, a.released_at, past.changed_at) as changed_at,
      case when past.differed then past.released_at is null or past.released_at > ${at}
        else a.released_at is null or a.released_at > ${at} end as is_held,
      case when extract(isodow from local.starts) >= 6 then 2 else 0 end
        + case when local.ends::date > local.starts::date or local.starts::time < '08:00' or local.ends::time > '17:00' then 1 else 0 end
        + case when s.is_holiday then 3 else 0 end as points
    from report_open_day as open
    join assignments a on a.employee_id = open.id and a.starts_at >= open.day - 2 and a.starts_at < open.day + 3
    join shifts s on s.id = a.shift_id and s.on_day = open.day
    join ${clocks} as clock on clock.id = open.id
    cross join lateral (select s.starts_at at time zone clock.time_zone as starts, s.ends_at at time zone clock.time_zone as ends) as local
    left join lateral (
      select max(until) as changed_at, bool_or(until > ${at}) as differed,
        (array_agg((facts ->> 'released_at')::timestamptz order by until, place) filter (where until > ${at}))[1] as released_at
      from past_rows where row_id = a.id and kind = 'assignments') as past on true
    where ${writtenBy('a.created_at', asOf)})`
}

/** What was told of each seat's hours: `nothing` where they were confirmed as none, or corrected to none. */
const toldOf = ({ asOf }: FactsAt): SQL => sql`told as materialized (
  select l.assignment_id, sum(l.minutes) = 0 as nothing, max(l.entered_at) as at
  from seat join ledger_entries l on l.assignment_id = seat.seat_id
  where l.kind = 'worked' and ${writtenBy('l.entered_at', asOf)} group by l.assignment_id)`

/**
 * `fact`: all that counts on the days of `report_open_day`, a line for each thing, with `id` and `day`. Needs people with
 * their `time_zone` as `clocks`.
 */
export function factsOf(moment: FactsAt, clocks: SQL): SQL {
  const lines = [hours(moment), seats(moment), learnings(moment), ...aroundSeats(moment), asks(moment)]
  return sql`${seatsOf(moment, clocks)}, ${toldOf(moment)}, fact as (${sql.join(lines, sql` union all `)})`
}
