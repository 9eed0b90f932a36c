import { asc, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

/**
 * Holds these people until the transaction ends, in id order. Not `for update`: a notice to somebody refers to their
 * row, and two changes that tell each other's people would stand in each other's way.
 */
export async function lockPeople(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(sql`${employees.id} = ${anyOf(employeeIds)}`)
    .orderBy(asc(employees.id))
    .for('no key update')
}

/** After the people: the caps of their teams are shared with colleagues who are not locked. */
export async function lockTeamsOf(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: teams.id })
    .from(teams)
    .where(sql`${teams.id} in (select e.team_id from employees e where e.id = ${anyOf(employeeIds)})`)
    .orderBy(asc(teams.id))
    .for('no key update')
}

/** After the teams: the seats of a shift are shared with whoever else takes one. */
export async function lockShifts(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: shifts.id })
    .from(shifts)
    .where(sql`${shifts.id} = ${anyOf(shiftIds)}`)
    .orderBy(asc(shifts.id))
    .for('no key update')
}
