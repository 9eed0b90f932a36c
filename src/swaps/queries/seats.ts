import { and, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

/** Gives those that were in force until now. */
export async function releaseSeats(tx: Tx, assignmentIds: readonly string[], now: Date) {
  return tx
    .update(assignments)
    .set({ releasedAt: now })
    .where(and(sql`${assignments.id} = ${anyOf(assignmentIds)}`, isNull(assignments.releasedAt)))
    .returning({
      id: assignments.id,
      shiftId: assignments.shiftId,
      employeeId: assignments.employeeId,
      reason: assignments.reason
    })
}

export async function restoreSeats(tx: Tx, assignmentIds: readonly string[]): Promise<void> {
  await tx
    .update(assignments)
    .set({ releasedAt: null })
    .where(sql`${assignments.id} = ${anyOf(assignmentIds)}`)
}

/** Ids in the order of the rows. */
export async function insertSeats(tx: Tx, rows: (typeof assignments.$inferInsert)[]): Promise<string[]> {
  if (rows.length === 0) return []
  const written = await tx.insert(assignments).values(rows).returning({ id: assignments.id })
  return written.map(({ id }) => id)
}
