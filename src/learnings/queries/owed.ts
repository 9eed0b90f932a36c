import { and, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'

/** Which of these seats have a learning of their person, or a "nothing new". */
export async function listSeatsAnswered(db: Queryable, assignmentIds: string[]): Promise<Set<string>> {
  const one = { one: sql`1` }
  const heard = db
    .select(one)
    .from(learnings)
    .where(
      and(
        eq(learnings.shiftId, assignments.shiftId),
        eq(learnings.employeeId, assignments.employeeId),
        isNull(learnings.withdrawnAt)
      )
    )
  const nothing = db
    .select(one)
    .from(nothingNewAnswers)
    .where(eq(nothingNewAnswers.assignmentId, assignments.id))
  const rows = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(inArray(assignments.id, assignmentIds), or(exists(heard), exists(nothing))))
  return new Set(rows.map(({ id }) => id))
}
