import { createHash } from 'node:crypto'
import { subHours } from 'date-fns'
import type { Queryable } from '../../db/client.ts'
import { shiftsToPlan } from '../engine/facts/build-problem.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { type SeatShares, seatShares } from '../engine/facts/problem-people.ts'
import { addDays } from '../engine/time/add-days.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import type { Period } from './period.ts'
import { findShares } from './queries/seat-shares.ts'
import { type Few, readFacts } from './read-facts.ts'
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
 * What a plan of these weeks depends on as far as it is about a few people, with how all who could be on the rotation's
 * shifts share the seats: as it is kept, a day old at most. Where it is not, the facts are those of everybody.
 */
export async function readFactsOfFew(
  db: Queryable,
  rotation: Rotation,
  { weeks, few }: { weeks: Period; few: Few },
  now: Date
): Promise<{ facts: PlanningFacts; shares: SeatShares }> {
  const week = { rotationId: rotation.id, weekOn: weekInMiddle(weeks) }
  const wanted = { ...week, asked: fingerprintOf(rotation), after: subHours(now, KEPT_HOURS) }
  const kept = await findShares(db, wanted)
  const { facts } = await readFacts(db, rotation, weeks, now, kept ? few : undefined)
  return { facts, shares: kept ?? seatShares(facts, shiftsToPlan(facts)) }
}

/** How the seats are shared by the facts of this moment. */
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
