import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { type AsOf, absencesAsOf, rowsAsOf } from './as-of.ts'

/** People whose kept long absences are not those of the moment: stale, or changed since. */
export async function listAwayDifferently(db: Queryable, asOf: AsOf): Promise<string[]> {
  const since = asOf && sql`${asOf.toISOString()}::timestamptz`
  const { rows } = await db.execute<{ id: string }>(sql`
    select employee_id as id from stale_absences
    ${
      since
        ? sql`union select employee_id from absences where created_at > ${since}
            union select (facts ->> 'employee_id')::uuid from past_rows where kind = 'absences' and until > ${since}
            union select row_id from past_rows where kind = 'employees' and until > ${since}`
        : sql``
    }`)
  return rows.map(({ id }) => id)
}

/** Their absences that count as leave, and when they work, as of the moment. */
export async function listLeaveAsOf(db: Queryable, employeeIds: string[], asOf: AsOf) {
  const ids = sql`any(${sql.param(employeeIds)}::uuid[])`
  const absences = asOf
    ? absencesAsOf(asOf)
    : sql`(select employee_id, starts_at, ends_at, source::text from absences)`
  const { rows } = await db.execute<{
    employeeId: string
    startsAt: string
    endsAt: string
    timeZone: string
    workingDays: number[]
    workStartsAt: string
    workEndsAt: string
  }>(sql`
    select person.id as "employeeId", away.starts_at as "startsAt", away.ends_at as "endsAt",
      person.time_zone as "timeZone", person.working_days as "workingDays", left(person.work_starts_at::text, 5) as "workStartsAt",
      left(person.work_ends_at::text, 5) as "workEndsAt"
    from ${rowsAsOf('employees', 'created_at', asOf)} as person
    join ${absences} as away on away.employee_id = person.id
    where person.id = ${ids} and away.employee_id = ${ids}
      and (away.source <> 'feed' or away.ends_at - away.starts_at >= interval '20 hours')
    order by 1, 2`)
  return rows
}
