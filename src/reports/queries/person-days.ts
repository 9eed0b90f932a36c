import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { COUNTED, factsOf, type Moment } from './day-facts.ts'
import { periodRows } from './person-terms.ts'
import { isOnly, person, type Reach } from './spans.ts'

const sums = (names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql.raw(`sum(${name})::int as ${name}`)),
    sql`, `
  )
const columnsOf = (names: readonly string[]): SQL => sql.raw(names.join(', '))

/** Only one adds up at a time: or who read earlier might write later, and what changed in between would be forgotten. */
export async function lockPersonDays(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('person-days', 0)) as locked`
  )
  return rows[0]!.locked
}

/** Ten minutes: a hundred thousands of days at once take half a minute where the machine is busy with other things. */
const TIMEOUT_MS = 600_000

/** Settings of the transaction for a large batch: it sorts and hashes hundreds of thousands of lines. */
export async function settleForKeeping(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select set_config('jit', 'off', true), set_config('work_mem', '128MB', true), set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`
  )
}

/** Takes marks off the list, and lays out the days they name as `report_open_day`. Returns how many marks there were. */
export async function takeStaleDays(tx: Tx, limit: number): Promise<number> {
  await tx.execute(sql`drop table if exists report_open_day`)
  await tx.execute(
    sql`create temporary table report_open_day (id uuid not null, day date not null) on commit drop`
  )
  const { rows } = await tx.execute<{ taken: number }>(sql`
    with taken as (delete from stale_person_days where place in (select place from stale_person_days order by place limit ${limit})
        returning employee_id, on_day),
      laid as (insert into report_open_day select distinct employee_id, on_day from taken)
    select count(*)::int as taken from taken`)
  await tx.execute(sql`analyze report_open_day`)
  return rows[0]!.taken
}

/** Adds the open days up anew, as if every shift were over. */
export async function replacePersonDays(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from person_days using report_open_day as open
    where person_days.employee_id = open.id and person_days.on_day = open.day`)
  await tx.execute(sql`
    with ${factsOf({ asOf: null, overBy: 'infinity' }, sql`employees`)}
    insert into person_days (employee_id, on_day, first_over_at, last_over_at, changed_at, ${columnsOf(COUNTED)}, tracks, out_until)
    select id, day, min(over_at), max(over_at), coalesce(max(changed_at), '-infinity'), ${sums(COUNTED)}, bit_or(tracks), max(out_until)
    from fact group by id, day order by day, id`)
}

/** A day on which one shift is over and another is not cannot be told from its sums. */
const isHalfOver = (overBy: string): SQL =>
  sql`d.first_over_at <= ${overBy}::timestamptz and d.last_over_at > ${overBy}::timestamptz`

/**
 * Lays out as `report_open_day` the days of people in reach of which the sums do not hold at the moment: stale, half over,
 * or changed since. They are counted from the facts.
 */
export async function layOutOpenDays(
  tx: Tx,
  reach: Reach,
  overBy: string
): Promise<Pick<Moment, 'asOf' | 'overBy' | 'hasOpenDays' | 'moved'>> {
  const { fromOn, toOn, asOf } = reach
  const since = asOf && sql`${asOf.toISOString()}::timestamptz`
  await tx.execute(sql`drop table if exists report_open_day`)
  await tx.execute(sql`
    create temporary table report_open_day on commit drop as
    select id, day from (
      select employee_id as id, on_day as day from stale_person_days as d
      union select employee_id, on_day from person_days as d where ${isHalfOver(overBy)}
      ${
        since
          ? sql`union select employee_id, on_day from person_days as d where changed_at > ${since}
            union select d.employee_id, d.on_day from past_rows p join employees e on e.id = p.row_id
              join person_days d on d.employee_id = e.id
              where p.kind = 'employees' and p.until > ${since} and p.facts ->> 'time_zone' <> e.time_zone`
          : sql``
      }) as open
    where day >= ${fromOn}::date and day < ${toOn}::date and id in (select id from report_span)`)
  const { rows } = await tx.execute<{ found: boolean; moved: number }>(sql`
    select exists (select from report_open_day) as found,
      (select count(*)::int from report_span as span where not (${isOnly(reach)})) as moved`)
  const { found: hasOpenDays, moved } = rows[0]!
  await tx.execute(sql`analyze report_open_day`)
  return { asOf, overBy, hasOpenDays, moved }
}

/** Nothing of a seat counts before its shift is over, but that somebody was asked. */
const AFTER_SHIFT: ReadonlySet<string> = new Set([
  'shifts',
  'odd_shifts',
  'odd_points',
  'learnings',
  'nothing_new'
])

/**
 * `day`: what people did on the days [fromOn, toOn), one line or several for each day of a person; of a whole term that
 * holds one line, on its first day. Needs `report_span`, `report_open_day` and `report_open_term`.
 */
export function daysOf({ fromOn, toOn, asOf, teamIds, employeeIds }: Reach, moment: Moment): SQL {
  const { parts, overBy, hasOpenDays, hasOpenTerms } = moment
  const isEverybody = !teamIds && !employeeIds && !asOf
  const isInReach = isEverybody ? sql`` : sql`and d.employee_id in (select id from report_span)`
  const isNotOpen = hasOpenDays
    ? sql`and not exists (select from report_open_day as open where open.id = d.employee_id and open.day = d.on_day)`
    : sql``
  const days = sql`select d.employee_id as id, d.on_day as day, ${countedBy(overBy)}, d.tracks, d.out_until from person_days d`
  const lists: SQL[] = []
  for (const { fromOn, toOn } of parts.days) {
    lists.push(
      sql`${days} where d.on_day >= ${fromOn}::date and d.on_day < ${toOn}::date ${isInReach} ${isNotOpen}`
    )
  }
  if (parts.terms.length > 0) {
    const isTermOpen = hasOpenTerms
      ? sql`and not exists (select from report_open_term as open where open.id = d.employee_id and open.from_on = d.from_on and open.to_on = d.to_on)`
      : sql``
    lists.push(sql`
      select d.employee_id as id, d.from_on as day, ${columnsOf(COUNTED)}, d.tracks, d.out_until from person_terms d
      where (d.from_on, d.to_on) in (select * from ${periodRows(parts.terms)} as term (from_on, to_on)) ${isInReach} ${isTermOpen}`)
  }
  if (hasOpenTerms) {
    lists.push(sql`${days} join report_open_term as term on term.id = d.employee_id and d.on_day >= term.from_on and d.on_day < term.to_on
      where d.on_day >= ${fromOn}::date and d.on_day < ${toOn}::date ${isNotOpen}`)
  }
  if (hasOpenDays) lists.push(sql`select id, day, ${columnsOf(COUNTED)}, tracks, out_until from fact`)
  // Planning what would find nothing takes longer than most reports.
  const facts = hasOpenDays ? sql`${factsOf(moment, person({ toOn }))}, ` : sql``
  // The fence keeps a report of everybody from looking up each person's days by themselves. Days are read again where
  // they are needed again: laying out a million of them takes longer.
  return sql`${facts}day as not materialized (select * from (${sql.join(lists, sql` union all `)}) as part offset 0)`
}

const countedBy = (overBy: string): SQL =>
  sql.join(
    COUNTED.map((name) =>
      AFTER_SHIFT.has(name)
        ? sql`case when d.first_over_at > ${overBy}::timestamptz then 0 else d.${sql.raw(name)} end as ${sql.raw(name)}`
        : sql`d.${sql.raw(name)}`
    ),
    sql`, `
  )
