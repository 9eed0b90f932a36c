import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { AsOf } from './as-of.ts'

export async function listPeopleOf(db: Queryable, teamIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(inArray(employees.teamId, [...teamIds]))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}

interface PeoplePage {
  fromOn: string
  toOn: string
  asOf: AsOf
  employeeId?: string
  teamId?: string
  teamIds?: readonly string[]
  after: { key: string; id: string } | null
  limit: number
}

/** Those employed on a day of the period, and whoever has hours in it anyway, by name. */
export async function listPeople(db: Queryable, { fromOn, toOn, asOf, after, ...of }: PeoplePage) {
  const hasHours = sql`exists (select from ledger_entries l where l.employee_id = ${employees.id}
    and l.on_day >= ${fromOn}::date and l.on_day < ${toOn}::date)`
  return db
    .select({ id: employees.id, name: employees.name, teamId: teams.id, teamName: teams.name })
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(
      and(
        asOf ? lte(employees.createdAt, asOf) : undefined,
        or(
          and(lt(employees.joinedOn, toOn), or(isNull(employees.leavesOn), gte(employees.leavesOn, fromOn))),
          hasHours
        ),
        of.employeeId === undefined ? undefined : eq(employees.id, of.employeeId),
        of.teamId === undefined ? undefined : eq(employees.teamId, of.teamId),
        of.teamIds ? inArray(employees.teamId, [...of.teamIds]) : undefined,
        after ? sql`(${employees.name}, ${employees.id}) > (${after.key}, ${after.id}::uuid)` : undefined
      )
    )
    .orderBy(asc(employees.name), asc(employees.id))
    .limit(of.limit)
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number]
