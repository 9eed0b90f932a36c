import type { Queryable } from '../../db/client.ts'
import { listHours } from './queries/hours.ts'

/** Hours of every week in which somebody cannot be on a shift, by the clock of their zone. */
export interface UnavailableHours {
  employeeId: string
  /** ISO: Monday is 1. */
  weekday: number
  startsAt: string
  /** At or before the start: on the next day. */
  endsAt: string
}

/** Unavailable hours of these people, or of everybody, by person, weekday and start. */
export async function listUnavailableHours(
  db: Queryable,
  among: { employeeIds?: readonly string[] } = {}
): Promise<UnavailableHours[]> {
  return listHours(db, among)
}
