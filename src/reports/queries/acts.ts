import { type SQL, sql } from 'drizzle-orm'
import type { Period } from '../../lib/period.ts'
import type { NamedPeriod } from '../split-period.ts'
import type { Moment } from './day-facts.ts'
import { COLUMN, COLUMN_TYPE, isOnly, type KeyKind, person } from './spans.ts'

/** How rows are told apart: by what people are, each key with the place of its row, by what they do, or by when. */
export type Grouping =
  | { kind: KeyKind; keys: readonly { key: string; row: number }[] }
  | { kind: 'track'; rowOfTrack: readonly number[] }
  | { kind: 'period'; pieces: readonly NamedPeriod[] }

/** What is counted of a person in a row. */
export const MEASURES = [
  ...(['worked', 'credited', 'waived', 'carried'] as const),
  ...(['shifts', 'odd_shifts', 'odd_points', 'swaps', 'no_shows'] as const),
  ...(['learnings', 'nothing_new', 'asked'] as const)
] as const
export type Measure = (typeof MEASURES)[number]

/** What a column counts: of carried minutes, what left a period of the books only where the days go on behind it. */
const amountOf = (name: Measure, toOn: SQL): SQL =>
  name === 'carried'
    ? sql`carried + case when ${toOn} > out_until then carried_out else 0 end`
    : sql.raw(name)

const sumsOf = (toOn: SQL): SQL =>
  sql.join(
    MEASURES.map((name) => sql`sum(${amountOf(name, toOn)})::int as ${sql.raw(name)}`),
    sql`, `
  )

const NAMES = sql.raw(MEASURES.join(', '))

const ADDED = sql.raw(MEASURES.map((name) => `sum(${name})::int as ${name}`).join(', '))

const MINUTES_OF_TRACK = [
  'credited - reviewed - help_pages - call_backs',
  'reviewed',
  'help_pages',
  'call_backs'
]

/** All but credited hours belongs to live contact. */
function byTrack(rowOfTrack: readonly number[]): SQL {
  const amounts = MEASURES.map((name) =>
    name === 'credited'
      ? sql`minutes as credited`
      : sql.raw(`case when place = 0 then ${name} else 0 end as ${name}`)
  )
  const tracks = MINUTES_OF_TRACK.map(
    (minutes, place) => sql`(${sql.raw(String(place))}, ${rowOfTrack[place]!}::int, ${sql.raw(minutes)})`
  )
  const each = sql`select track.row, did.id, person.is_inside, false as is_only, ${sql.join(amounts, sql`, `)}
    from did join person on person.id = did.id
    cross join lateral (values ${sql.join(tracks, sql`, `)}) as track (place, row, minutes)
    where track.place = 0 or track.minutes <> 0`
  // Several tracks may be one row.
  return new Set(rowOfTrack).size === rowOfTrack.length
    ? each
    : sql`select row, id, is_inside, is_only, ${ADDED} from (${each}) as track group by 1, 2, 3, 4`
}

/** Which row a day is in, by its place among the borders of the pieces; days of no piece are in none. */
function placesOf(pieces: readonly NamedPeriod[]) {
  const borders = [...new Set(pieces.flatMap(({ fromOn, toOn }) => [fromOn, toOn]))].sort()
  const rows = borders.map((border) => {
    const row = pieces.findIndex(({ fromOn, toOn }) => fromOn <= border && border < toOn)
    return row === -1 ? null : row
  })
  const ends = [...borders.slice(1), null]
  return { borders, rows, ends }
}

const dates = (days: readonly (string | null)[]) => sql`${sql.param(days)}::date[]`

/** The days of pieces that have a row, with their places. */
function placedDays(pieces: readonly NamedPeriod[]): SQL {
  const { borders, rows } = placesOf(pieces)
  const placed = sql`(select day.*, width_bucket(day.day, ${dates(borders)}) as place from day)`
  return rows.slice(0, -1).includes(null)
    ? sql`(select * from ${placed} as placed where (${sql.param(rows)}::int[])[place] is not null)`
    : placed
}

/**
 * By pieces of the period, where nearly everybody has a row in each: nothing is looked up for all of these rows but
 * whether they are of those who were not employed all the time.
 */
function byPieces(pieces: readonly NamedPeriod[], { fromOn, toOn }: Period): SQL {
  const { borders, rows, ends } = placesOf(pieces)
  return sql`piece as (
      select place, id, ${sumsOf(sql`(${dates(ends)})[place]`)} from ${placedDays(pieces)} as placed group by place, id),
    partly as materialized (select id, joined_on, last_on from person where joined_on > ${fromOn}::date or last_on < ${toOn}::date),
    act as materialized (
      select (${sql.param(rows)}::int[])[place] as row, piece.id, false as is_only, ${NAMES},
        partly.id is null or joined_on < (${dates(ends)})[place] and (last_on is null or last_on >= (${dates(borders)})[place]) as is_inside
      from piece left join partly on partly.id = piece.id)`
}

/** `spot`: who was in which row from when to when, and whether employed in it; `member`: how many were, in each. */
function spotsOf({ kind, keys }: Extract<Grouping, { keys: unknown }>, whole: Period, spans: number): SQL {
  const shown = sql`unnest(${sql.param(keys.map(({ key }) => key))}::text[]::${COLUMN_TYPE[kind]}[], ${sql.param(keys.map(({ row }) => row))}::int[])`
  return sql`spot as materialized (
    select span.id, shown.row, span.from_on, span.to_on, ${isOnly(whole)} as is_only,
      span.joined_on < span.to_on and (span.last_on is null or span.last_on >= span.from_on) as is_employed
    from report_span as span join ${shown} as shown (key, row) on shown.key = ${COLUMN[kind]}
    limit ${sql.raw(String(spans))}),
  member as (
    select row, sum(people)::int as employed from (
      select row, count(*) as people from spot where is_only and is_employed group by row
      union all
      select row, count(*) from (select distinct row, id from spot where is_employed and not is_only) as once group by row) as part
    group by row)`
}

/**
 * Who was in one place all the time is in its row with all they did, found once that is added up; only the few who moved
 * are told apart day by day.
 */
function byKind(
  grouping: Extract<Grouping, { keys: unknown }>,
  whole: Period,
  { spans, moved }: Pick<Moment, 'spans' | 'moved'>
): SQL {
  const sums = sumsOf(sql`${whole.toOn}::date`)
  const settled = sql`
    select spot.row, did.id, is_employed as is_inside, true as is_only, ${NAMES} from did join spot on spot.id = did.id where is_only`
  if (moved === 0)
    return sql`${spotsOf(grouping, whole, spans)}, did as materialized (select id, ${sums} from day group by id),
      act as materialized (${settled}), again as (select id, is_inside, ${NAMES} from act where false)`
  return sql`${spotsOf(grouping, whole, spans)},
    moved as materialized (select * from spot where not is_only limit ${sql.raw(String(moved))}),
    did as materialized (
      select day.id, moved.row, ${sums} from day
      left join moved on moved.id = day.id and day.day >= moved.from_on and day.day < moved.to_on group by day.id, moved.row),
    act as materialized (
      ${settled} and did.row is null
      union all
      select row, id, (row, id) in (select row, id from moved where is_employed), false, ${NAMES} from did where row is not null),
    again as materialized (
      select act.id, person.is_inside, ${ADDED} from act join person on person.id = act.id where not is_only group by 1, 2)`
}

const NO_MEMBERS = sql`member as (select null::int as row, 0 as employed where false)`

/** Everybody in reach, and whether employed on a day of the period. */
const peopleOf = (whole: Period): SQL => sql`person as materialized (
  select id, joined_on, last_on, joined_on < ${whole.toOn}::date and (last_on is null or last_on >= ${whole.fromOn}::date) as is_inside
  from ${person(whole)} as known)`

/** `did`: all that each person did on these days. */
const didOn = (days: SQL, whole: Period, others = sql``): SQL =>
  sql`did as materialized (select id, ${sumsOf(sql`${whole.toOn}::date`)}${others} from ${days} as day group by id)`

const OTHER_TRACKS = sql.raw(
  MINUTES_OF_TRACK.slice(1)
    .map((name) => `, sum(${name})::int as ${name}`)
    .join('')
)

const AGAIN = sql`again as materialized (
  select did.id, person.is_inside, ${NAMES} from did join person on person.id = did.id)`

/**
 * `act`: everything counted of the `day`s, by row and person, `is_inside` where employed in the row, `is_only` where that
 * is all they did; `again`: by person alone, those who are in several rows; `member`: how many are employed in each row,
 * where rows are groups of people.
 */
export function actsOf(grouping: Grouping, whole: Period, moment: Moment): SQL {
  if (grouping.kind === 'period') {
    const did = didOn(placedDays(grouping.pieces), whole)
    return sql`${peopleOf(whole)}, ${did}, ${AGAIN}, ${NO_MEMBERS}, ${byPieces(grouping.pieces, whole)}`
  }
  if (grouping.kind === 'track') {
    const did = didOn(sql`day`, whole, OTHER_TRACKS)
    return sql`${peopleOf(whole)}, ${did}, ${AGAIN}, ${NO_MEMBERS}, act as materialized (${byTrack(grouping.rowOfTrack)})`
  }
  return sql`${peopleOf(whole)}, ${byKind(grouping, whole, moment)}`
}
