import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { actsOf, type Grouping, MEASURES, type Measure } from './acts.ts'
import type { Moment } from './day-facts.ts'
import { daysOf } from './person-days.ts'
import type { Reach } from './spans.ts'

/** The row of everybody together. */
export const WHOLE = -1

/** What the people of a row did, added up, and what spread and Gini follow from. */
export interface Activity extends Record<Measure, number> {
  row: number
  /** People with anything counted who were not employed in the row: hours that are booked anyway. */
  outside: number
  /** Employed people who were asked. */
  wereAsked: number
  tookPart: number
  /** Employed people with anything counted. */
  inside: number
  /** People employed in the row, where rows are groups of people. */
  employed: number
  /** People with minutes, their sum, sum of squares, and ranked sum (see `engine/ledger/gini-of.ts`). */
  minutes: Ranked
  points: Ranked
}

export interface Ranked {
  people: number
  sum: number
  squares: number
  ranked: number
}

const SUMS = MEASURES.map((name) => `sum(${name})::float8 as ${name}`).join(', ')

const COUNTS = {
  outside: 'not is_inside',
  inside: 'is_inside',
  '"wereAsked"': 'asked > 0 and is_inside',
  '"tookPart"': 'shifts > 0 or worked > 0 or credited > 0'
}
const NAMES = Object.keys(COUNTS)
const COUNTED = Object.entries(COUNTS)
  .map(([name, where]) => `count(*) filter (where ${where}) as ${name}`)
  .join(', ')
const COUNTS_ADDED = NAMES.map((name) => `sum(${name})::int as ${name}`).join(', ')

const HAS_ANYTHING = MEASURES.map((name) => `${name} <> 0`).join(' or ')

/** `summed`: what is counted in each row and in `WHOLE`. Few people are in several rows: only they are counted twice. */
const summed = sql.raw(`
    part as materialized (select row, is_only, ${SUMS}, ${COUNTED} from act where ${HAS_ANYTHING} group by row, is_only),
    summed as (
      select row, ${SUMS}, ${COUNTS_ADDED} from part group by row
      union all
      select ${WHOLE}, ${SUMS}, ${COUNTS_ADDED} from (
        select ${MEASURES.join(', ')}, ${NAMES.join(', ')} from part where is_only
        union all select ${SUMS}, ${COUNTED} from again where ${HAS_ANYTHING}) as once)`)

const RANKED = ['people', 'sum', 'squares', 'ranked'] as const

/** Sorted amounts of a row, as the sums that Gini and deviation need; nothing of single people leaves the database. */
const ranked = (name: string, amount: string) =>
  sql.raw(`
    ${name}_counted as materialized (
      select row, is_only, (${amount})::float8 as x, count(*)::float8 as n from act where ${amount} > 0 group by 1, 2, 3),
    ${name} as (
      select row, sum(n) as people, sum(n * x) as sum, sum(n * x * x) as squares, sum(n * x * (2 * (upto - n) + n)) as ranked
      from (
        select row, x, n, sum(n) over (partition by row order by x rows unbounded preceding) as upto
        from (
          select row, x, n from ${name}_counted
          union all
          select ${WHOLE}, x, sum(n) from (
            select x, n from ${name}_counted where is_only
            union all select ${amount}, 1 from again where ${amount} > 0) as once group by x) as counted
      ) as sorted group by row
    )`)

/** What is known of each row, from where it is counted. Joined by name: the database would compare each row with each. */
const PARTS = {
  summed: [...MEASURES, ...NAMES],
  member: ['employed'],
  minute: RANKED,
  point: RANKED
}
const columnOf = (part: string, name: string) =>
  part === 'minute' || part === 'point' ? `${part}_${name}` : name
const COLUMNS = Object.entries(PARTS).flatMap(([part, names]) => names.map((name) => columnOf(part, name)))
const gathered = sql.raw(
  `select row, ${COLUMNS.map((name) => `sum(${name})::float8 as ${name}`).join(', ')} from (
    ${Object.entries(PARTS)
      .map(([part, names]) => {
        const own = new Map(names.map((name) => [columnOf(part, name), name]))
        return `select row, ${COLUMNS.map((name) => `${own.get(name) ?? '0'} as ${name}`).join(', ')} from ${part}`
      })
      .join(' union all ')}) as part group by row`
)

/**
 * Everything that people did in the period, by row and for everybody together (`WHOLE`): one query whatever the number
 * of people. Needs the published groups, so that no figure of a smaller one is ever computed.
 */
export async function sumActivity(
  db: Queryable,
  reach: Reach,
  { grouping, moment }: { grouping: Grouping; moment: Moment }
): Promise<Map<number, Activity>> {
  const { rows } = await db.execute<Record<string, number>>(sql`
    with ${daysOf(reach, moment)}, ${actsOf(grouping, reach, moment)}, ${summed},
    ${ranked('minute', 'worked + credited')}, ${ranked('point', 'odd_points')} ${gathered}`)
  return new Map(rows.map((row) => [row.row!, activityFrom(row)]))
}

const rankedFrom = (row: Record<string, number>, part: string) =>
  Object.fromEntries(RANKED.map((name) => [name, row[`${part}_${name}`]])) as unknown as Ranked

const activityFrom = (row: Record<string, number>) =>
  ({ ...row, minutes: rankedFrom(row, 'minute'), points: rankedFrom(row, 'point') }) as unknown as Activity
