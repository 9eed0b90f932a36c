import type { Queryable } from '../../db/client.ts'
import type { Actor } from '../context.ts'
import { may } from '../permissions.ts'
import type { Level } from '../words.ts'
import { SeasonNotYours } from './errors.ts'
import { findLevel } from './queries/people.ts'

/** Whether somebody of this level declares, changes and closes seasons: HR, administrators and executives. */
export const levelDeclares = (actor: Actor, level: Level | null): boolean =>
  may(actor, 'season.declare', { also: { executive: level === 'executive' } })

export async function mayDeclare(db: Queryable, actor: Actor): Promise<boolean> {
  return levelDeclares(actor, null) || levelDeclares(actor, await findLevel(db, actor.employeeId))
}

/** @throws {SeasonNotYours} */
export async function checkMayDeclare(db: Queryable, actor: Actor): Promise<void> {
  if (!(await mayDeclare(db, actor))) throw new SeasonNotYours()
}
