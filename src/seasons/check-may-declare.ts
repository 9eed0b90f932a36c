import type { Queryable } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { SeasonNotYours } from './errors.ts'
import { findLevel } from './queries/people.ts'

/** Whether somebody declares, changes and closes seasons: HR, administrators and executives. */
export async function mayDeclare(db: Queryable, actor: Actor): Promise<boolean> {
  if (actor.roles.has('hr') || actor.roles.has('admin')) return true
  return (await findLevel(db, actor.employeeId)) === 'executive'
}

/** @throws {SeasonNotYours} */
export async function checkMayDeclare(db: Queryable, actor: Actor): Promise<void> {
  if (!(await mayDeclare(db, actor))) throw new SeasonNotYours()
}
