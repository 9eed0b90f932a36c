import type { Queryable } from '../../db/client.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { listGoalsOn } from './queries/seasons.ts'

/** The season that has a day, with its goals in the order of the charter; null on a day of no season. One query. */
export async function readSeasonOn(db: Queryable, onDay: LocalDate) {
  const rows = await listGoalsOn(db, onDay)
  const [first] = rows
  if (!first) return null
  const goals = rows.map(({ goalId, goal, measure }) => ({ goalId, goal, measure }))
  return { seasonId: first.seasonId, name: first.name, fromOn: first.fromOn, goals }
}
