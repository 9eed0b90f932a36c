import type { Tx } from '../../db/client.ts'
import { assignmentsFrom } from '../engine/facts/assignments-from.ts'
import { buildProblem } from '../engine/facts/build-problem.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { loadFacts } from '../engine/plan/facts.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { Period } from './period.ts'
import { findPeriodAround } from './queries/publications.ts'
import { readFacts } from './read-facts.ts'
import { readRotation } from './rotations.ts'

/** Where no publication covers a day (a seat given by hand): weeks enough on both sides to see spacing and quotas. */
const DAYS_AROUND = 14

/**
 * What is published around a day of a rotation, by the facts of this moment, from today on: the days of the publication
 * that covers it. Loaded for questions about single seats.
 *
 * @throws {RotationNotFound}
 */
export async function loadPublished(
  tx: Tx,
  { rotationId, onDay, now }: { rotationId: string; onDay: string; now: Date }
) {
  const rotation = await readRotation(tx, rotationId)
  const today = localDateOf(now, rotation.timeZone)
  const published = await findPeriodAround(tx, rotationId, onDay)
  const { fromOn, toOn } = published ?? {
    fromOn: addDays(onDay, -DAYS_AROUND),
    toOn: addDays(onDay, DAYS_AROUND + 1)
  }
  const period: Period = { fromOn: fromOn > today ? fromOn : today, toOn }
  const { facts } = await readFacts(tx, rotation, period, now)
  return { rotation, period, facts, ...planOf(facts) }
}

/** The seats that are published, as a plan of the problem that the facts make. */
export function planOf(facts: PlanningFacts) {
  const built = buildProblem(facts)
  const { assignments } = assignmentsFrom(built, facts.published ?? [])
  return { built, assignments, plan: loadFacts(built.problem, assignments) }
}
