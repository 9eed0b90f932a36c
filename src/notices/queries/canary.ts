import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'

const isCanary = (kind: string) => eq(notices.kind, kind)

/** Who gets it: an active person by their address. */
export async function findActiveId(db: Queryable, email: string): Promise<string | null> {
  const [row] = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(sql`lower(${employees.email}) = lower(${email})`, isNull(employees.deactivatedAt)))
  return row?.id ?? null
}

/** Whether one was queued for this planned time. */
export async function isCanaryQueued(tx: Tx, kind: string, plannedAt: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(isCanary(kind), sql`${notices.facts}->>'plannedAt' = ${plannedAt.toISOString()}`))
    .limit(1)
  return rows.length > 0
}

export async function deleteCanaries(tx: Tx, kind: string, before: Date): Promise<void> {
  await tx.delete(notices).where(and(isCanary(kind), lt(notices.createdAt, before)))
}

export async function markCanariesRead(tx: Tx, kind: string, now: Date): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(isCanary(kind), isNull(notices.readAt)))
}

/** The newest ones, newest first, with how many ways each goes out by and on how many it has gone. */
export async function listCanaries(db: Queryable, kind: string, limit: number) {
  return db
    .select({
      createdAt: notices.createdAt,
      routedAt: notices.routedAt,
      ways: sql<number>`(select count(*)::int from deliveries d where d.notice_id = notices.id)`,
      sent: sql<number>`(select count(d.sent_at)::int from deliveries d where d.notice_id = notices.id)`,
      sentAt:
        sql<Date | null>`(select max(d.sent_at) from deliveries d where d.notice_id = notices.id)`.mapWith(
          (text: string | Date) => new Date(text)
        )
    })
    .from(notices)
    .where(isCanary(kind))
    .orderBy(desc(notices.createdAt))
    .limit(limit)
}
