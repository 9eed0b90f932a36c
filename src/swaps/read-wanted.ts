import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { isPartOf } from '../engine/swap/is-part-of.ts'
import type { SwapSeat } from '../engine/swap/swap-facts.ts'
import type { WantedSwap } from './check-wanted.ts'
import { EmployeeNotFound, SeatNotFound, SwapNotValid, SwapNotYours } from './errors.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { listSeatsById } from './queries/facts.ts'
import { listPersons } from './queries/proposals.ts'

/**
 * Who proposes, and who is asked: the holder of the seat that is given, else the actor or whom they act for.
 *
 * @throws {SeatNotFound} {@link EmployeeNotFound} {@link SwapNotYours} {@link SwapNotValid}
 */
export async function partiesOf(tx: Queryable, { actor }: Context, wanted: WantedSwap) {
  const { giveAssignmentId, onBehalfOf } = wanted
  const [given] = giveAssignmentId === undefined ? [] : await listSeatsById(tx, [giveAssignmentId])
  if (giveAssignmentId !== undefined && !given) throw new SeatNotFound({ assignmentIds: [giveAssignmentId] })
  const proposerId = given?.employeeId ?? onBehalfOf?.toLowerCase() ?? actor.employeeId
  const askedIds = wanted.asks.map(({ employeeId }) => employeeId.toLowerCase())
  const persons = await listPersons(tx, [proposerId, ...askedIds])
  const known = new Set(persons.map(({ employeeId }) => employeeId))
  const unknown = [proposerId, ...askedIds].filter((id) => !known.has(id))
  if (unknown.length > 0) throw new EmployeeNotFound({ employeeIds: unknown })
  const proposer = persons.find(({ employeeId }) => employeeId === proposerId)!
  if (!maySpeakFor(actor, proposer)) throw new SwapNotYours()
  if (askedIds.includes(proposerId)) {
    throw new SwapNotValid([{ field: 'asks', message: 'must not name the person who proposes' }])
  }
  return { proposerId, askedIds }
}

/**
 * The seats that a proposal names.
 *
 * @throws {SeatNotFound} for seats given up by now, or held by somebody else than said
 */
export async function seatsOf(tx: Queryable, { giveAssignmentId, asks }: WantedSwap, proposerId: string) {
  const holderOf = new Map<string, string>()
  if (giveAssignmentId !== undefined) holderOf.set(giveAssignmentId.toLowerCase(), proposerId)
  for (const { employeeId, takeAssignmentId } of asks) {
    if (takeAssignmentId !== undefined) {
      holderOf.set(takeAssignmentId.toLowerCase(), employeeId.toLowerCase())
    }
  }
  const rows = await listSeatsById(tx, [...holderOf.keys()])
  const good = rows.filter((seat) => !seat.releasedAt && seat.employeeId === holderOf.get(seat.assignmentId))
  const found = new Set(good.map(({ assignmentId }) => assignmentId))
  const assignmentIds = [...holderOf.keys()].filter((id) => !found.has(id))
  if (assignmentIds.length > 0) throw new SeatNotFound({ assignmentIds })
  return good.map(({ releasedAt: _, ...seat }) => seat)
}

/**
 * The part that is covered; null for all of it.
 *
 * @throws {SwapNotValid}
 */
export function partOf({ part }: WantedSwap, seats: readonly SwapSeat[]) {
  if (!part) return null
  const span = { startsAt: new Date(part.startsAt), endsAt: new Date(part.endsAt) }
  if (seats.every((seat) => isPartOf(span, seat))) return span
  const message = 'must reach from one end of the seat to a time in it, both pieces at least half an hour'
  throw new SwapNotValid([{ field: 'part', message }])
}
