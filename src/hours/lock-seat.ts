import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { AssignmentNotFound } from './errors.ts'
import { listSeats, lockPeople, type Seat } from './queries/ledger.ts'
import { maySeeHours } from './standing.ts'

/**
 * Finds the seat, locks its person and the actor, and reads it again: it may have changed hands meanwhile.
 *
 * @throws {AssignmentNotFound} also where its hours are not the actor's to see
 */
export async function lockSeat(tx: Tx, { actor }: Context, assignmentId: string): Promise<Seat> {
  const [found] = await listSeats(tx, [assignmentId])
  if (!found || !maySeeHours(actor, found)) throw new AssignmentNotFound({ assignmentIds: [assignmentId] })
  await lockPeople(tx, [found.employeeId, actor.employeeId])
  const [seat] = await listSeats(tx, [assignmentId])
  if (!seat) throw new AssignmentNotFound({ assignmentIds: [assignmentId] })
  return seat
}
