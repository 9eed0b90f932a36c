import { type SQL, sql } from 'drizzle-orm'
import type { Period } from '../../lib/period.ts'
import type { NamedPeriod } from '../split-period.ts'
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

const MINUTES_OF_TRACK = [
  'credited - reviewed - help_pages - call_backs',
  'reviewed',
  'help_pages',
  'call_backs'
]

/** All but credited hours belongs to live contact. */
function byTrack(rowOfTrack: readonly number[], toOn: SQL): SQL {
  const sums = MEASURES.map((name) => {
    const amount =
      name === 'credited' ? sql`minutes` : sql`case when place = 0 then ${amountOf(name, toOn)} end`
    return sql`coalesce(sum(${amount}), 0)::int as ${sql.raw(name)}`
  })
  const tracks = MINUTES_OF_TRACK.map(
    (minutes, place) => sql`(${sql.raw(String(place))}, ${rowOfTrack[place]!}::int, ${sql.raw(minutes)})`
  )
  return sql`select track.row, day.id, ${IS_IN_PERIOD} as is_inside, ${sql.join(sums, sql`, `)}
    from day join person on person.id = day.id
    cross join lateral (values ${sql.join(tracks, sql`, `)}) as track (place, row, minutes)
    where track.place = 0 or track.minutes <> 0 group by 1, 2, 3`
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

/** By pieces of the period. Each day is looked at once: where nearly everybody has a row in each piece that is most of the work. */
function byPieces(pieces: readonly NamedPeriod[], whole: Period): SQL {
  const { borders, rows, ends } = placesOf(pieces)
  const dates = (days: readonly (string | null)[]) => sql`${sql.param(days)}::date[]`
  const sums = MEASURES.map((name) =>
    name === 'carried' ? sql`sum(carried_whole)::int as carried` : sql.raw(`sum(${name})::int as ${name}`)
  )
  return sql`spread as (
      select day.*, width_bucket(day.day, ${dates(borders)}) as place, person.joined_on, person.last_on, person.is_inside as is_inside_whole
      from day join person on person.id = day.id),
    act as materialized (
      select (${sql.param(rows)}::int[])[place] as row, id, is_inside_whole,
        joined_on < (${dates(ends)})[place] and (last_on is null or last_on >= (${dates(borders)})[place]) as is_inside,
        ${sumsOf(sql`(${dates(ends)})[place]`)}, sum(${amountOf('carried', sql`${whole.toOn}::date`)})::int as carried_whole
      from spread where (${sql.param(rows)}::int[])[place] is not null group by place, id, is_inside_whole, joined_on, last_on),
    whole_act as materialized (
      select id, is_inside_whole as is_inside, ${sql.join(sums, sql`, `)} from act group by id, is_inside_whole)`
}

/** `placed`: who was in which row from when to when, and whether employed in it, in this span or another one. */
function placedBy({ kind, keys }: Extract<Grouping, { keys: unknown }>, whole: Period, spans: number): SQL {
  const shown = sql`unnest(${sql.param(keys.map(({ key }) => key))}::text[]::${COLUMN_TYPE[kind]}[], ${sql.param(keys.map(({ row }) => row))}::int[])`
  return sql`spot as materialized (
    select span.id, shown.row, span.from_on, span.to_on, ${isOnly(whole)} as is_only,
      span.joined_on < span.to_on and (span.last_on is null or span.last_on >= span.from_on) as is_employed,
      span.joined_on < ${whole.toOn}::date and (span.last_on is null or span.last_on >= ${whole.fromOn}::date) as is_inside_whole
    from report_span as span join ${shown} as shown (key, row) on shown.key = ${COLUMN[kind]}
    limit ${sql.raw(String(spans))}),
  placed as not materialized (
    select spot.id, spot.row, from_on, to_on, is_inside_whole,
      case when is_only then is_employed else (spot.row, spot.id) in (select row, id from spot where is_employed and not is_only) end as is_inside
    from spot),
  member as (
    select row, sum(people)::int as employed from (
      select row, count(*) as people from spot where is_only and is_employed group by row
      union all
      select row, count(*) from (select distinct row, id from spot where is_employed and not is_only) as once group by row) as part
    group by row)`
}

/** Employed on a day of the period. */
const IS_IN_PERIOD = sql`person.is_inside`

/**
 * `act`: everything counted of the `day`s, by row and person, `is_inside` where employed in the row; `whole_act`: by
 * person alone; `member`: how many are employed in each row, where rows are groups of people.
 */
export function actsOf(grouping: Grouping, whole: Period, spans: number): SQL {
  const toOn = sql`${whole.toOn}::date`
  if (grouping.kind !== 'period' && grouping.kind !== 'track') {
    const sums = MEASURES.map((name) => sql.raw(`sum(${name})::int as ${name}`))
    return sql`${placedBy(grouping, whole, spans)}, act as materialized (
        select placed.row, day.id, bool_or(is_inside) as is_inside, bool_or(is_inside_whole) as is_inside_whole, ${sumsOf(toOn)}
        from day join placed on placed.id = day.id and day.day >= placed.from_on and day.day < placed.to_on group by placed.row, day.id),
      whole_act as materialized (select id, bool_or(is_inside_whole) as is_inside, ${sql.join(sums, sql`, `)} from act group by id)`
  }
  const people = sql`person as materialized (
      select id, joined_on, last_on, joined_on < ${toOn} and (last_on is null or last_on >= ${whole.fromOn}::date) as is_inside
      from ${person(whole)} as known),
    member as (select null::int as row, 0 as employed where false)`
  if (grouping.kind === 'period') return sql`${people}, ${byPieces(grouping.pieces, whole)}`
  return sql`${people},
    whole_act as materialized (select day.id, ${IS_IN_PERIOD} as is_inside, ${sumsOf(toOn)} from day join person on person.id = day.id group by 1, 2),
    act as materialized (${byTrack(grouping.rowOfTrack, toOn)})`
}
