import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { COUNTED, factsOf, type Moment } from './day-facts.ts'
import type { Reach } from './spans.ts'

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
 * Lays out as `report_open_day` the days of people, of all or `among` these, of which the sums do not hold at the moment:
 * stale, half over, or changed since. They are counted from the facts.
 */
export async function layOutOpenDays(
  tx: Tx,
  reach: Reach,
  { overBy, among }: { overBy: string; among: string[] | undefined }
): Promise<Pick<Moment, 'asOf' | 'overBy' | 'hasOpenDays'>> {
  const { fromOn, toOn, asOf } = reach
  const since = asOf && sql`${asOf.toISOString()}::timestamptz`
  await tx.execute(sql`drop table if exists report_open_day`)
  const { rowCount } = await tx.execute(sql`
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
    where day >= ${fromOn}::date and day < ${toOn}::date ${among ? sql`and id = any(${sql.param(among)}::uuid[])` : sql``}`)
  await tx.execute(sql`analyze report_open_day`)
  return { asOf, overBy, hasOpenDays: (rowCount ?? 0) > 0 }
}
