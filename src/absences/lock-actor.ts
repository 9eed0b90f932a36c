import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { SignInNeeded } from '../sign-in/errors.ts'
import { type LockedPerson, lockPerson } from './queries/absences.ts'

/**
 * Holds the actor until the transaction ends. Who was deactivated while their request waited for this is signed out by
 * then, and changes nothing.
 *
 * @throws {SignInNeeded}
 */
export async function lockActor(tx: Tx, { actor }: Context): Promise<LockedPerson> {
  const person = await lockPerson(tx, actor.employeeId)
  if (!person || person.deactivatedAt) throw new SignInNeeded()
  return person
}
