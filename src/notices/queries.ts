import { and, count, desc, eq, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { notices } from '../../db/schema/notices.ts'

export async function insertNotices(tx: Tx, rows: (typeof notices.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(notices).values(rows)
}

const olderThan = ({ at, id }: { at: Date; id: string }): SQL | undefined =>
  or(lt(notices.createdAt, at), and(eq(notices.createdAt, at), lt(notices.id, id)))

export async function listNotices(
  db: Queryable,
  employeeId: string,
  page: { after: { at: Date; id: string } | null; limit: number }
) {
  return db
    .select({
      id: notices.id,
      employeeId: notices.employeeId,
      kind: notices.kind,
      facts: notices.facts,
      createdAt: notices.createdAt,
      readAt: notices.readAt
    })
    .from(notices)
    .where(and(eq(notices.employeeId, employeeId), page.after ? olderThan(page.after) : undefined))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(page.limit)
}

export async function markNoticeRead(tx: Tx, noticeId: string, employeeId: string, now: Date) {
  const mine = and(eq(notices.id, noticeId), eq(notices.employeeId, employeeId))
  await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(mine, isNull(notices.readAt)))
  return tx.select({ id: notices.id }).from(notices).where(mine)
}

export async function markAllRead(
  tx: Tx,
  employeeId: string,
  { until, now }: { until: Date; now: Date }
): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: now })
    .where(and(eq(notices.employeeId, employeeId), isNull(notices.readAt), lte(notices.createdAt, until)))
}

/** How many notices of a person are unread. */
export async function countUnreadOf(db: Queryable, employeeId: string): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(notices)
    .where(and(eq(notices.employeeId, employeeId), isNull(notices.readAt)))
  return row!.unread
}

/** What the trigger `notices_tell` (in its migration) sends to: employee ids with commas, or `*` for everybody. */
export const NEWS_CHANNEL = 'lyttepost_notices'

export async function sendNews(db: Queryable, payload: string): Promise<void> {
  await db.execute(sql`select pg_notify(${NEWS_CHANNEL}, ${payload})`)
}

/** Whom something was written to since an instant. */
export async function listWrittenSince(db: Queryable, since: Date) {
  return db
    .select({ id: notices.id, employeeId: notices.employeeId })
    .from(notices)
    .where(gte(notices.createdAt, since))
}
