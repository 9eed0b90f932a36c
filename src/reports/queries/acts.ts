import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import type { NamedPeriod } from '../split-period.ts'
import { happenedBy, notBy, writtenBy } from './as-of.ts'
import { COLUMN, type KeyKind, type Reach } from './spans.ts'

/** How rows are told apart: by what people are, each key with the place of its row, by what they do, or by when. */
export type Grouping =
  | { kind: KeyKind; keys: readonly { key: string; row: number }[] }
  | { kind: 'track'; rowOfTrack: readonly number[] }
  | { kind: 'period'; pieces: readonly NamedPeriod[] }

/** What is counted of a person in a row, and from which source. */
const MEASURES = [
  ...(['worked', 'credited', 'carried', 'carried_whole', 'waived'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Measure = (typeof MEASURES)[number]

export const TRACK_ROWS = ['live_contact', 'review', 'help_pages', 'call_backs'] as const

/** The row of something that a person did on a day: which one, and how to find it. */
function rowOf(grouping: Grouping, employee: string, day: string): { row: SQL; join: SQL } {
  const { kind } = grouping
  if (kind === 'track') return { row: sql`${grouping.rowOfTrack[0]!}::int`, join: sql`` }
  if (kind === 'period') {
    return {
      row: sql`piece.row`,
      join: sql`join piece on piece.day = ${sql.raw(day)}`
    }
  }
  const inSpan = sql`${sql.raw(day)} >= placed.from_on and ${sql.raw(day)} < placed.to_on`
  return { row: sql`placed.row`, join: sql`join placed on placed.id = ${sql.raw(employee)} and ${inSpan}` }
}

/** What `layOutRows` laid out: `placed` (people by span) or `piece` (days). */
export const rowsOf = ({ kind }: Grouping): SQL =>
  kind === 'period'
    ? sql`piece as not materialized (select * from report_piece)`
    : sql`placed as not materialized (select * from report_placed)`

/** Lays out the rows of a report: whose spans are in which, or which days. */
export async function layOutRows(tx: Tx, grouping: Grouping): Promise<void> {
  await tx.execute(sql`drop table if exists report_placed, report_piece`)
  if (grouping.kind === 'period') {
    const { pieces } = grouping
    await tx.execute(sql`
      create temporary table report_piece on commit drop as
      select day::date as day, place::int - 1 as row, to_on
      from unnest(${sql.param(pieces.map(({ fromOn }) => fromOn))}::date[], ${sql.param(pieces.map(({ toOn }) => toOn))}::date[])
        with ordinality as piece (from_on, to_on, place)
      cross join lateral generate_series(from_on, to_on - 1, interval '1 day') as day`)
    await tx.execute(sql`analyze report_piece`)
    return
  }
  const keys = grouping.kind === 'track' ? [] : grouping.keys
  const column = grouping.kind === 'track' ? COLUMN.team : COLUMN[grouping.kind]
  await tx.execute(sql`
    create temporary table report_placed on commit drop as
    select span.id, shown.row, span.from_on, span.to_on from report_span as span
    join unnest(${sql.param(keys.map(({ key }) => key))}::text[], ${sql.param(keys.map(({ row }) => row))}::int[])
      as shown (key, row) on shown.key = ${column}`)
  await tx.execute(sql`analyze report_placed (id)`)
}

/** One source of measures, a line for each thing counted; what it does not measure is zero. */
function branch(row: SQL, employee: string, of: Partial<Record<Measure, SQL>>, from: SQL): SQL {
  const columns = MEASURES.map((name) => sql`${of[name] ?? sql`0`} as ${sql.raw(name)}`)
  return sql`select ${row} as row, ${sql.raw(employee)} as id, ${sql.join(columns, sql`, `)} ${from}`
}

const minutesWhere = (where: SQL | string) =>
  sql`case when ${typeof where === 'string' ? sql.raw(where) : where} then l.minutes else 0 end`

/** What closings carried out of a period counts where the period asked for goes on behind it (`hours/queries/ledger.ts`). */
const carriedWithin = (toOn: SQL) =>
  sql`l.kind = 'carried' and (c.id is null or l.on_day >= c.to_on or ${toOn} > c.to_on)`

/** Place in `TRACK_ROWS` of a ledger entry `l`: credits around a shift belong to live contact. */
export const TRACK = sql.raw(
  `case when l.kind = 'credited' then case l.purpose when 'review' then 1 when 'help_pages' then 2 when 'call_backs' then 3 else 0 end else 0 end`
)

function ledgerBranch({ fromOn, toOn, asOf }: Reach, grouping: Grouping): SQL {
  const whole = sql`${toOn}::date`
  const { row, join } = rowOf(grouping, 'l.employee_id', 'l.on_day')
  const track =
    grouping.kind === 'track' ? sql`(${sql.param(grouping.rowOfTrack)}::int[])[${TRACK} + 1]` : row
  return branch(
    track,
    'l.employee_id',
    {
      worked: minutesWhere(`l.kind = 'worked'`),
      credited: minutesWhere(`l.kind = 'credited'`),
      waived: minutesWhere(`l.kind = 'waived'`),
      carried: minutesWhere(carriedWithin(grouping.kind === 'period' ? sql`piece.to_on` : whole)),
      carried_whole: minutesWhere(carriedWithin(whole))
    },
    sql`from ledger_entries l ${join} left join closings c on c.id = l.closing_id
      where l.on_day >= ${fromOn}::date and l.on_day < ${whole} and ${writtenBy('l.entered_at', asOf)}`
  )
}

/**
 * `odd`: how unpopular each shift is by each clock, in points; weekend 2, odd hours 1, holiday 3:
 * `engine/facts/unpopular-points.ts`, held equal by test. The place of a clock is `person.zone`.
 */
export const oddShifts = ({ fromOn, toOn }: Reach): SQL => sql`odd as materialized (
  select s.id, s.on_day, s.ends_at, array_agg(
    case when extract(isodow from local.starts) >= 6 then 2 else 0 end
    + case when local.ends::date > local.starts::date or local.starts::time < '08:00' or local.ends::time > '17:00' then 1 else 0 end
    + case when s.is_holiday then 3 else 0 end order by zone.zone) as points
  from shifts s cross join (select distinct zone, time_zone from person) as zone
  cross join lateral (select s.starts_at at time zone zone.time_zone as starts, s.ends_at at time zone zone.time_zone as ends) as local
  where s.on_day >= ${fromOn}::date and s.on_day < ${toOn}::date group by s.id)`

/** An index finds seats by their start; a local day is never two days off. */
const aboutThen = (starts: string, { fromOn, toOn }: Reach) =>
  sql`${sql.raw(starts)} >= ${fromOn}::date - 2 and ${sql.raw(starts)} < ${toOn}::date + 2`

/**
 * Seats on shifts of the period: those held and over count as shifts, but for those confirmed with no minutes; any seat
 * ever given says that the person was asked. A seat given back had another past.
 */
function seatBranch(reach: Reach, grouping: Grouping, now: Date): SQL {
  const { asOf } = reach
  const { row, join } = rowOf(grouping, 'a.employee_id', 's.on_day')
  const zone = sql`join person on person.id = a.employee_id`
  const released = asOf
    ? sql`case when gone.row_id is null then a.released_at else gone.released_at end`
    : sql`a.released_at`
  const held = asOf
    ? sql`(${released} is null or ${released} > ${asOf.toISOString()}::timestamptz)`
    : sql`a.released_at is null`
  const counts = sql`${held} and s.ends_at <= ${now.toISOString()}::timestamptz and nothing.assignment_id is null`
  const past = asOf
    ? sql`left join (select distinct on (row_id) row_id, (facts ->> 'released_at')::timestamptz as released_at from past_rows
        where kind = 'assignments' and until > ${asOf.toISOString()}::timestamptz order by row_id, until, place) as gone on gone.row_id = a.id`
    : sql``
  const one = (where: SQL) => sql`case when ${where} then 1 else 0 end`
  return branch(
    row,
    'a.employee_id',
    {
      shifts: one(counts),
      odd_points: sql`case when ${counts} then s.points[person.zone] else 0 end`,
      odd_shifts: one(sql`${counts} and s.points[person.zone] > 0`),
      asked: sql`1`
    },
    sql`from assignments a ${zone} join odd s on s.id = a.shift_id ${join} ${past}
      left join nothing on nothing.assignment_id = a.id
      where ${aboutThen('a.starts_at', reach)} and ${writtenBy('a.created_at', asOf)}`
  )
}

/** Seats whose hours were confirmed as none, or corrected to none: `nothing`. */
export const seatsWithoutHours = ({ fromOn, toOn, asOf }: Reach): SQL => sql`nothing as materialized (
  select assignment_id from ledger_entries where kind = 'worked' and ${writtenBy('entered_at', asOf)}
    and assignment_id in (select assignment_id from ledger_entries where kind = 'worked' and assignment_id is not null
      and (minutes = 0 or corrects_id is not null) and on_day >= ${fromOn}::date and on_day < ${toOn}::date)
  group by assignment_id having sum(minutes) = 0)`

type Source = { employee: string; measure: Measure; from: SQL; when: SQL }

/** What happened around a seat or shift counts on the day of the shift. */
function smallSources(reach: Reach, now: Date): Source[] {
  const { asOf } = reach
  const then = aboutThen('a.starts_at', reach)
  const over = sql`s.ends_at <= ${now.toISOString()}::timestamptz`
  const seat = (source: string, link: string) =>
    sql.raw(`from ${source} join assignments a on a.id = ${link} join shifts s on s.id = a.shift_id`)
  return [
    {
      employee: 'x.employee_id',
      measure: 'learnings',
      from: sql`from learnings x join shifts s on s.id = x.shift_id`,
      when: sql`${over} and ${writtenBy('x.submitted_at', asOf)} and ${notBy('x.withdrawn_at', asOf)}`
    },
    {
      employee: 'a.employee_id',
      measure: 'nothing_new',
      from: seat('nothing_new_answers x', 'x.assignment_id'),
      when: sql`${then} and ${over} and ${notBy('a.released_at', asOf)} and ${writtenBy('x.answered_at', asOf)}`
    },
    {
      employee: 'x.proposer_id',
      measure: 'swaps',
      from: seat('proposals x', 'x.give_assignment_id'),
      when: sql`${then} and ${happenedBy('x.carried_out_at', asOf)} and ${notBy('x.undone_at', asOf)}`
    },
    {
      employee: 'a.employee_id',
      measure: 'no_shows',
      from: seat('no_shows x', 'x.assignment_id'),
      when: sql`${then} and ${happenedBy('x.recorded_at', asOf)}`
    }
  ]
}

function smallBranch(
  { fromOn, toOn }: Reach,
  grouping: Grouping,
  { employee, measure, from, when }: Source
): SQL {
  const { row, join } = rowOf(grouping, employee, 's.on_day')
  return branch(
    row,
    employee,
    { [measure]: sql`1` },
    sql`${from} ${join} where s.on_day >= ${fromOn}::date and s.on_day < ${toOn}::date and ${when}`
  )
}

/** Whoever was asked to swap or cover was asked, too: on the day of it. */
function askBranch({ fromOn, toOn, asOf }: Reach, grouping: Grouping): SQL {
  const { row, join } = rowOf(grouping, 'x.employee_id', 'p.created_at::date')
  return branch(
    row,
    'x.employee_id',
    { asked: sql`1` },
    sql`from proposal_asks x join proposals p on p.id = x.proposal_id ${join}
      where p.created_at >= ${fromOn}::date and p.created_at < ${toOn}::date and ${writtenBy('p.created_at', asOf)}`
  )
}

/** `act`: everything counted, by row and person. Needs `person`, `placed` or `piece`, and `nothing`. */
export function acts(reach: Reach, grouping: Grouping, now: Date): SQL {
  // Groups of people are of people in reach already.
  const isNarrow =
    (grouping.kind === 'period' || grouping.kind === 'track') && (reach.teamIds || reach.employeeIds)
  const branches = [
    ledgerBranch(reach, grouping),
    seatBranch(reach, grouping, now),
    ...smallSources(reach, now).map((source) => smallBranch(reach, grouping, source)),
    askBranch(reach, grouping)
  ]
  const sums = MEASURES.map((name) => sql.raw(`sum(${name})::int as ${name}`))
  return sql`act as materialized (
    select row, id, ${sql.join(sums, sql`, `)} from (${sql.join(branches, sql` union all `)}) as part
    ${isNarrow ? sql`where id in (select id from person)` : sql``} group by row, id)`
}
