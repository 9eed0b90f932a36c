import { createHash } from 'node:crypto'
import { subHours } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { shiftsToPlan } from '../engine/facts/build-problem.ts'
import { type SeatShares, seatShares } from '../engine/facts/problem-people.ts'
import { addDays } from '../engine/time/add-days.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import type { Period } from './period.ts'
import { findShares } from './queries/seat-shares.ts'
import { readFacts } from './read-facts.ts'
import type { Rotation } from './rotation-fields.ts'

/** Who owes hours shows over some weeks, not over a day: so many are looked at on both sides of a shift's. */
const WEEKS_AROUND = 2

/** What people owe together moves slowly: nobody is ranked by what is older. The job makes it anew twice as often. */
export const KEPT_HOURS = 24

/** The five weeks in the middle of which a day lies. */
export function weeksAround(onDay: string): Period {
  const monday = startOfIsoWeek(onDay)
  return {
    fromOn: addDays(monday, -7 * WEEKS_AROUND),
    toOn: addDays(monday, 7 * (WEEKS_AROUND + 1))
  }
}

/**
 * How all who could be on the rotation's shifts of these weeks share the seats: what is kept, a day old at most, or reckoned
 * now from the facts of everybody.
 */
export async function readSeatShares(
  db: Queryable,
  rotation: Rotation,
  weeks: Period,
  now: Date
): Promise<SeatShares> {
  const asked = fingerprintOf(rotation)
  const week = { rotationId: rotation.id, weekOn: weekInMiddle(weeks) }
  const kept = await findShares(db, { ...week, asked, after: subHours(now, KEPT_HOURS) })
  return kept ?? reckonSeatShares(db, rotation, weeks, now)
}

/** The same from the facts of this moment. */
export async function reckonSeatShares(
  db: Queryable,
  rotation: Rotation,
  weeks: Period,
  now: Date
): Promise<SeatShares> {
  const { facts } = await readFacts(db, rotation, weeks, now)
  return seatShares(facts, shiftsToPlan(facts))
}

/** What shares depend on that is the rotation's own. */
export function fingerprintOf(rotation: Rotation): string {
  return createHash('sha256').update(JSON.stringify(rotation)).digest('hex')
}

const weekInMiddle = ({ fromOn }: Period): string => addDays(fromOn, 7 * WEEKS_AROUND)
