import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'

/** Rows per statement: PostgreSQL takes 65,535 parameters, and a row has eleven. */
const BATCH = 1000

export async function insertAuditEntries(
  tx: Tx,
  entries: (typeof auditEntries.$inferInsert)[]
): Promise<void> {
  for (let from = 0; from < entries.length; from += BATCH) {
    await tx.insert(auditEntries).values(entries.slice(from, from + BATCH))
  }
}

export interface EntryFilter {
  actorId?: string
  objectType?: string
  objectId?: string
  action?: string
  from?: Date
  to?: Date
}

/** Entries that fit, latest first. */
export async function listEntries(
  db: Queryable,
  filter: EntryFilter,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
) {
  const wanted: (SQL | undefined)[] = [
    filter.actorId && eq(auditEntries.actorId, filter.actorId),
    filter.objectType && eq(auditEntries.objectType, filter.objectType),
    filter.objectId && eq(auditEntries.objectId, filter.objectId),
    filter.action && eq(auditEntries.action, filter.action),
    filter.from && gte(auditEntries.at, filter.from),
    filter.to && lt(auditEntries.at, filter.to),
    after &&
      sql`(${auditEntries.at}, ${auditEntries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
  ].map((part) => part || undefined)
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorId: auditEntries.actorId,
      actorName: employees.name,
      actedAs: auditEntries.actedAs,
      via: auditEntries.via,
      action: auditEntries.action,
      objectType: auditEntries.objectType,
      objectId: auditEntries.objectId,
      before: auditEntries.before,
      after: auditEntries.after,
      requestId: auditEntries.requestId
    })
    .from(auditEntries)
    .leftJoin(employees, eq(employees.id, auditEntries.actorId))
    .where(and(...wanted))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit)
}

export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]
