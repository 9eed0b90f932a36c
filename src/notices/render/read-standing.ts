import type { Queryable } from '../../../db/client.ts'
import type { Zone } from '../../engine/time/local.ts'
import { readBooked } from '../../hours/read-booked.ts'
import { readToldDigests } from '../../learnings/digests/read-told-digests.ts'
import { readAnswered } from '../../learnings/read-answered.ts'
import { readZones } from '../../rotations/read-zones.ts'
import { readSeatsHeld, readShiftsNow, type ShiftNow } from '../../shifts/read-shifts-now.ts'
import { readSwapStates, type SwapStanding } from '../../swaps/read-states.ts'

export interface NoticeFacts {
  id: string
  employeeId: string
  kind: string
  facts: Record<string, unknown>
  createdAt: Date
}

type SeatHeld = Awaited<ReturnType<typeof readSeatsHeld>>[number]

/** What notices are about as it is now, for all of them together. */
export interface Standing {
  now: Date
  shifts: ReadonlyMap<string, ShiftNow>
  zones: ReadonlyMap<string, Zone>
  swaps: ReadonlyMap<string, SwapStanding>
  /** Seats with hours in the ledger. */
  booked: ReadonlySet<string>
  /** Seats of which somebody has said what they heard. */
  answered: ReadonlySet<string>
  /** What digests of learnings say, by their id. */
  digests: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Seats that the readers hold from now on. */
  held: readonly SeatHeld[]
}

/** Reads the present state of everything that these notices name: nine queries, and nine more where there are
 * digests among them, however many notices. */
export async function readStanding(
  db: Queryable,
  notices: readonly NoticeFacts[],
  now: Date
): Promise<Standing> {
  const named = namedIn(notices.map(({ facts }) => facts))
  const readers = [...new Set(notices.map(({ employeeId }) => employeeId))]
  return {
    now,
    shifts: await readShiftsNow(db, named.shiftId),
    zones: await readZones(db, named.rotationId),
    swaps: await readSwapStates(db, named.swapId, now),
    booked: await readBooked(db, named.assignmentId),
    answered: await readAnswered(db, named.assignmentId),
    digests: await readToldDigests(db, named.digestId, now),
    held: await readSeatsHeld(db, readers, now)
  }
}

const NAMES = ['shiftId', 'rotationId', 'swapId', 'assignmentId', 'digestId'] as const
type Named = Record<(typeof NAMES)[number], string[]>
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every id that stands anywhere in the facts, once. */
function namedIn(facts: unknown): Named {
  const found = Object.fromEntries(NAMES.map((name) => [name, new Set<string>()]))
  const look = (value: unknown, key: string) => {
    if (typeof value === 'string' && UUID.test(value)) found[key]?.add(value)
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) look(inner, name)
    }
  }
  look(facts, '')
  return Object.fromEntries(NAMES.map((name) => [name, [...found[name]!]])) as Named
}
