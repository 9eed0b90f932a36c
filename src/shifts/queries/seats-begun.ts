import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'

/** Seats that a person holds on shifts that began by `now` and ended after `since`, the first to end first. */
export async function listSeatsBegun(
  db: Queryable,
  employeeId: string,
  { since, now }: { since: Date; now: Date }
) {
  return db
    .select({
      shiftId: shifts.id,
      assignmentId: assignments.id,
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
        gt(shifts.endsAt, since)
      )
    )
    .orderBy(asc(shifts.endsAt), asc(shifts.id))
}

export type SeatBegun = Awaited<ReturnType<typeof listSeatsBegun>>[number]
