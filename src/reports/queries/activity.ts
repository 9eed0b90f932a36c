import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { acts, type Grouping, type Measure, oddShifts, rowsOf, seatsWithoutHours } from './acts.ts'
import { PEOPLE, type Reach } from './spans.ts'

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

const SUMS: readonly Measure[] = [
  ...([
    'worked',
    'credited',
    'carried',
    'carried_whole',
    'waived',
    'shifts',
    'odd_shifts',
    'odd_points'
  ] as const),
  ...(['swaps', 'no_shows', 'learnings', 'nothing_new', 'asked'] as const)
]

/** People employed in a span of the row, each once; for periods the days of the piece say it. */
const membersOf = ({ kind }: Grouping): SQL =>
  kind === 'period'
    ? sql`member as (select null::int as row, null::uuid as id where false)`
    : sql`member as materialized (
        select distinct placed.row, placed.id from placed join person on person.id = placed.id
        where person.joined_on < placed.to_on and (person.last_on is null or person.last_on >= placed.from_on))`

/** Employed in the row: by the days of the piece where rows are periods, by a span in the group where they are groups. */
function employedIn(grouping: Grouping): SQL {
  if (grouping.kind === 'period') {
    return sql`person.joined_on < bounds.to_on and (person.last_on is null or person.last_on >= bounds.from_on)`
  }
  const whole = sql`person.joined_on < whole.to_on and (person.last_on is null or person.last_on >= whole.from_on)`
  if (grouping.kind === 'track') return whole
  return sql`case when everybody.row = ${sql.raw(String(WHOLE))} then ${whole} else member.id is not null end`
}

/**
 * Everything that people did in the period, by row and for everybody together (`WHOLE`): one query whatever the number
 * of people. Needs the published groups, so that no figure of a smaller one is ever computed.
 */
export async function sumActivity(
  db: Queryable,
  reach: Reach,
  { grouping, now }: { grouping: Grouping; now: Date }
): Promise<Map<number, Activity>> {
  const { fromOn, toOn } = reach
  const names = SUMS.map((name) => sql.raw(`${name}`))
  const bounds =
    grouping.kind === 'period'
      ? sql`select row, min(day) as from_on, max(to_on) as to_on from piece group by row union all
          select ${WHOLE}, ${fromOn}::date, ${toOn}::date`
      : sql`select null::int as row, ${fromOn}::date as from_on, ${toOn}::date as to_on`
  const { rows } = await db.execute<
    Record<string, number> & { minutes: Ranked | null; points: Ranked | null }
  >(sql`
    with ${PEOPLE}, ${rowsOf(grouping)}, ${seatsWithoutHours(reach)},
    ${oddShifts(reach)},
    ${acts(reach, grouping, now)},
    whole as (select ${fromOn}::date as from_on, ${toOn}::date as to_on),
    bounds as (${bounds}),
    ${membersOf(grouping)},
    everybody as materialized (
      select row, id, ${sql.join(names, sql`, `)} from act
      union all select ${WHOLE}, id, ${sql.join(
        SUMS.map((name) => sql.raw(`sum(${name})::int`)),
        sql`, `
      )} from act group by id),
    ${ranked('minute', 'worked + credited')}, ${ranked('point', 'odd_points')},
    summed as (
      select everybody.row, ${sql.join(
        SUMS.map((name) => sql.raw(`sum(everybody.${name})::float8 as ${name}`)),
        sql`, `
      )},
        count(*) filter (where not (${employedIn(grouping)}))::int as outside,
        count(*) filter (where ${employedIn(grouping)})::int as inside,
        count(*) filter (where asked > 0 and ${employedIn(grouping)})::int as "wereAsked",
        count(*) filter (where shifts > 0 or worked > 0 or credited > 0)::int as "tookPart"
      from everybody join person on person.id = everybody.id cross join whole
      left join member on member.id = everybody.id and member.row = everybody.row
      ${grouping.kind === 'period' ? sql`join bounds on bounds.row = everybody.row` : sql``}
      where ${sql.join(
        SUMS.map((name) => sql.raw(`everybody.${name} <> 0`)),
        sql` or `
      )}
      group by everybody.row)
    select summed.*, minute.parts as minutes, point.parts as points
    from summed left join minute on minute.row = summed.row left join point on point.row = summed.row`)
  return new Map(rows.map((row) => [row.row!, activityFrom(row)]))
}

const NONE: Ranked = { people: 0, sum: 0, squares: 0, ranked: 0 }

function activityFrom({
  minutes,
  points,
  ...sums
}: Record<string, number> & { minutes: Ranked | null; points: Ranked | null }) {
  return { ...sums, minutes: minutes ?? NONE, points: points ?? NONE } as unknown as Activity
}
