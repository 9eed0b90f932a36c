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

/** Sorted amounts of a row, as the sums that Gini and deviation need; nothing of single people leaves the database. */
const ranked = (name: string, amount: string) =>
  sql.raw(`
    ${name} as (
      select row, json_build_object('people', sum(n), 'sum', sum(n * x), 'squares', sum(n * x * x),
        'ranked', sum(n * x * (2 * (upto - n) + n))) as parts
      from (
        select row, x, n, sum(n) over (partition by row order by x) as upto
        from (select row, (${amount})::float8 as x, count(*)::float8 as n from everybody where ${amount} > 0 group by 1, 2) as counted
      ) as sorted group by row
    )`)

/**
 * Everything that people did in the period, by row and for everybody together (`WHOLE`): one query whatever the number
 * of people. Needs the published groups, so that no figure of a smaller one is ever computed.
 */
export async function sumActivity(
  db: Queryable,
  reach: Reach,
  { grouping, moment }: { grouping: Grouping; moment: Moment }
): Promise<Map<number, Activity>> {
  const names = sql.raw(MEASURES.join(', '))
  const sums = MEASURES.map((name) => sql.raw(`sum(${name})::float8 as ${name}`))
  const { rows } = await db.execute<Record<string, number | null> & Parts>(sql`
    with ${daysOf(reach, moment)}, ${actsOf(grouping, reach, moment.spans)},
    everybody as not materialized (
      select row, id, is_inside, ${names} from act
      union all select ${sql.raw(String(WHOLE))}, id, is_inside, ${names} from whole_act),
    ${ranked('minute', 'worked + credited')}, ${ranked('point', 'odd_points')},
    summed as (
      select row, ${sql.join(sums, sql`, `)},
        count(*) filter (where not is_inside)::int as outside, count(*) filter (where is_inside)::int as inside,
        count(*) filter (where asked > 0 and is_inside)::int as "wereAsked",
        count(*) filter (where shifts > 0 or worked > 0 or credited > 0)::int as "tookPart"
      from everybody where ${sql.raw(MEASURES.map((name) => `${name} <> 0`).join(' or '))} group by row)
    select summed.*, coalesce(summed.row, member.row) as row, member.employed, minute.parts as minutes, point.parts as points
    from summed full join member on member.row = summed.row
    left join minute on minute.row = summed.row left join point on point.row = summed.row`)
  return new Map(rows.map((row) => [row.row!, activityFrom(row)]))
}

const NONE: Ranked = { people: 0, sum: 0, squares: 0, ranked: 0 }

interface Parts {
  minutes: Ranked | null
  points: Ranked | null
}

/** A group in which nobody did anything has members and no sums. */
function activityFrom({ minutes, points, ...sums }: Record<string, number | null> & Parts) {
  const counted = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value ?? 0]))
  return { ...counted, minutes: minutes ?? NONE, points: points ?? NONE } as unknown as Activity
}
