import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, not, or } from 'drizzle-orm'
import type { Db, Queryable, Tx } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { calendarFeeds } from '../../../db/schema/calendar-feeds.ts'
import { employees } from '../../../db/schema/employees.ts'
import { isLeave } from './absences.ts'

export async function findFeedOf(db: Queryable, employeeId: string) {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.employeeId, employeeId))
  return row ?? null
}

export type Feed = NonNullable<Awaited<ReturnType<typeof findFeedOf>>>

export async function countBusy(db: Queryable, feedId: string, after: Date): Promise<number> {
  const [row] = await db
    .select({ spans: count() })
    .from(absences)
    .where(and(eq(absences.feedId, feedId), gt(absences.endsAt, after)))
  return row!.spans
}

/** Feeds of active people that were not tried since an instant, the longest untried first. */
export async function listDueFeeds(db: Db, before: Date) {
  return db
    .select({
      id: calendarFeeds.id,
      employeeId: employees.id,
      url: calendarFeeds.url,
      zone: employees.timeZone
    })
    .from(calendarFeeds)
    .innerJoin(employees, eq(employees.id, calendarFeeds.employeeId))
    .where(
      and(
        isNull(employees.deactivatedAt),
        or(isNull(calendarFeeds.triedAt), lt(calendarFeeds.triedAt, before))
      )
    )
    .orderBy(asc(calendarFeeds.triedAt), asc(calendarFeeds.id))
}

/** The one feed of a person, on a new address if they had another. */
export async function putFeed(
  tx: Tx,
  { employeeId, url, now }: { employeeId: string; url: string; now: Date }
): Promise<Feed> {
  // What another address said must not stay.
  await tx
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.employeeId, employeeId), ne(calendarFeeds.url, url)))
  const read = { triedAt: now, readAt: now, failure: null }
  const [row] = await tx
    .insert(calendarFeeds)
    .values({ employeeId, url, createdAt: now, ...read })
    .onConflictDoUpdate({ target: calendarFeeds.employeeId, set: read })
    .returning()
  return row!
}

export async function markFeed(
  tx: Tx,
  feedId: string,
  reading: { triedAt: Date; readAt?: Date; failure: string | null }
): Promise<void> {
  await tx.update(calendarFeeds).set(reading).where(eq(calendarFeeds.id, feedId))
}

export async function deleteFeed(tx: Tx, employeeId: string): Promise<boolean> {
  const rows = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.employeeId, employeeId))
    .returning({ id: calendarFeeds.id })
  return rows.length > 0
}

/** What the feed said, but for leave that is over: hours due were reckoned by it, busy hours of the past serve nobody. */
export async function deleteBusy(tx: Tx, feedId: string, now: Date): Promise<void> {
  await tx
    .delete(absences)
    .where(and(eq(absences.feedId, feedId), or(gt(absences.endsAt, now), not(isLeave))))
}

/** Leave that is over becomes the person's own, so that it outlives the feed. */
export async function keepLeaveBehind(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await tx
    .update(absences)
    .set({ source: 'own', feedId: null })
    .where(
      and(
        eq(absences.employeeId, employeeId),
        eq(absences.source, 'feed'),
        lte(absences.endsAt, now),
        isLeave
      )
    )
}

/** Of people who are no longer here; the addresses are secrets that nobody has a use for any more. */
export async function deleteFeedsOfLeavers(tx: Tx): Promise<void> {
  const gone = tx.select({ id: employees.id }).from(employees).where(isNotNull(employees.deactivatedAt))
  await tx.delete(calendarFeeds).where(inArray(calendarFeeds.employeeId, gone))
}
