import type { Context } from '../context.ts'
import { levelDeclares } from './check-may-declare.ts'
import { findLevel } from './queries/people.ts'

export interface SeasonRights {
  /** Declares, changes and closes seasons. */
  mayDeclare: boolean
  /** Is asked to guess before a season. */
  isAskedToGuess: boolean
}

/** What the actor may do about seasons, for a page to offer it. One query. */
export async function readSeasonRights({ db, actor }: Context): Promise<SeasonRights> {
  const level = await findLevel(db, actor.employeeId)
  return {
    mayDeclare: levelDeclares(actor, level),
    isAskedToGuess: level !== null && level !== 'staff'
  }
}
