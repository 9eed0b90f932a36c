import { and, eq, isNull, like, ne, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'

/** Who looked at a person, latest first; the person themselves left out. */
export async function listViews(
  db: Queryable,
  employeeId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit?: number }
) {
  const older = after
    ? sql`(${auditEntries.at}, ${auditEntries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  const query = db
    .select({
      id: auditEntries.id,
      viewedAt: auditEntries.at,
      viewerId: auditEntries.actorId,
      viewerName: employees.name,
      action: auditEntries.action,
      facts: auditEntries.after
    })
    .from(auditEntries)
    .leftJoin(employees, eq(employees.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.objectType, 'employee'),
        eq(auditEntries.objectId, employeeId),
        like(auditEntries.action, '%.viewed'),
        or(isNull(auditEntries.actorId), ne(auditEntries.actorId, employeeId)),
        older
      )
    )
    .orderBy(sql`${auditEntries.at} desc`, sql`${auditEntries.id} desc`)
  return limit === undefined ? query : query.limit(limit)
}

export type ViewRow = Awaited<ReturnType<typeof listViews>>[number]
