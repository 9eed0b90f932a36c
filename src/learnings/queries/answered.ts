import { and, eq, exists, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'

/** Those of these seats of which their holder handed in a learning, or answered "nothing new". */
export async function listAnswered(db: Queryable, assignmentIds: readonly string[]): Promise<string[]> {
  const heard = db
    .select({ one: sql`1` })
    .from(learnings)
    .where(
      and(
        sql`${learnings.shiftId} = assignments.shift_id`,
        sql`${learnings.employeeId} = assignments.employee_id`,
        isNull(learnings.withdrawnAt)
      )
    )
  const nothing = db
    .select({ one: sql`1` })
    .from(nothingNewAnswers)
    .where(eq(nothingNewAnswers.assignmentId, assignments.id))
  const rows = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(inArray(assignments.id, [...assignmentIds]), or(exists(heard), exists(nothing))))
  return rows.map(({ id }) => id)
}
