import { and, asc, eq, gt, isNull, lte, notExists, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { servedCases, servedCounts } from '../../../db/schema/served-cases.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { shifts } from '../../../db/schema/shifts.ts'

const one = { one: sql`1` }

/**
 * Seats of a person on shifts that began by `now` and ended after `since`, of which something is not said yet: nothing
 * of the cases or, once the shift is over, not how they felt. The first to close comes first.
 */
export async function listSeatsToAnswer(
  db: Queryable,
  employeeId: string,
  { since, now }: { since: Date; now: Date }
) {
  const cases = db.select(one).from(servedCases).where(eq(servedCases.assignmentId, assignments.id))
  const counts = db.select(one).from(servedCounts).where(eq(servedCounts.assignmentId, assignments.id))
  const mood = db.select(one).from(shiftMoods).where(eq(shiftMoods.assignmentId, assignments.id))
  return db
    .select({
      shiftId: shifts.id,
      rotationId: rotations.id,
      rotationName: rotations.name,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        lte(shifts.startsAt, now),
        gt(shifts.endsAt, since),
        or(and(notExists(cases), notExists(counts)), and(lte(shifts.endsAt, now), notExists(mood)))
      )
    )
    .orderBy(asc(shifts.endsAt), asc(shifts.id))
}
