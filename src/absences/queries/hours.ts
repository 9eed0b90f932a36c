import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { unavailableHours } from '../../../db/schema/unavailable-hours.ts'

const among = (ids: readonly string[] | undefined) =>
  ids && sql`${unavailableHours.employeeId} = any(${sql.param([...ids])}::uuid[])`

export async function listHours(db: Queryable, { employeeIds }: { employeeIds?: readonly string[] }) {
  return db
    .select({
      employeeId: unavailableHours.employeeId,
      weekday: unavailableHours.weekday,
      startsAt: unavailableHours.startsAt,
      endsAt: unavailableHours.endsAt
    })
    .from(unavailableHours)
    .where(among(employeeIds))
    .orderBy(asc(unavailableHours.employeeId), asc(unavailableHours.weekday), asc(unavailableHours.startsAt))
}

export async function replaceHours(
  tx: Tx,
  employeeId: string,
  rows: Omit<typeof unavailableHours.$inferInsert, 'employeeId'>[]
): Promise<void> {
  await tx.delete(unavailableHours).where(eq(unavailableHours.employeeId, employeeId))
  if (rows.length > 0) await tx.insert(unavailableHours).values(rows.map((row) => ({ ...row, employeeId })))
}
