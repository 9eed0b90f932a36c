import { and, asc, eq, gt, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { learningNudgesSent, learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'

/**
 * Seats of people at work whose shift ended after `since` and by `now`, from which nothing was heard, not even that
 * there was nothing new; with the nudges they have had and the person's zone.
 */
export async function listSilentSeats(db: Queryable, span: { since: Date; now: Date }) {
  const heard = db
    .select({ one: sql`1` })
    .from(learnings)
    .where(
      and(
        eq(learnings.shiftId, shifts.id),
        eq(learnings.employeeId, assignments.employeeId),
        isNull(learnings.withdrawnAt)
      )
    )
  const nothing = db
    .select({ one: sql`1` })
    .from(nothingNewAnswers)
    .where(eq(nothingNewAnswers.assignmentId, assignments.id))
  const sent = sql<string[]>`array(select n.nudge::text from ${learningNudgesSent} n
    where n.assignment_id = ${assignments.id})`
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      zone: employees.timeZone,
      shiftId: shifts.id,
      rotationName: rotations.name,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      sent
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(
      and(
        isNull(assignments.releasedAt),
        isNull(employees.deactivatedAt),
        gt(shifts.endsAt, span.since),
        lte(shifts.endsAt, span.now),
        notExists(heard),
        notExists(nothing)
      )
    )
    .orderBy(asc(assignments.id))
}

/** Notes nudges, each once; answers with those that are new. */
export async function insertNudges(tx: Tx, rows: (typeof learningNudgesSent.$inferInsert)[]) {
  if (rows.length === 0) return []
  return tx.insert(learningNudgesSent).values(rows).onConflictDoNothing().returning({
    assignmentId: learningNudgesSent.assignmentId
  })
}
