import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db, Queryable, Tx } from '../../../db/client.ts'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { notices } from '../../../db/schema/notices.ts'
import type { Channel, SkipReason } from '../../words.ts'

/** The oldest notices whose deliveries are not made yet, held until the transaction ends. */
export async function lockUnrouted(tx: Tx, limit: number) {
  return tx
    .select({
      id: notices.id,
      employeeId: notices.employeeId,
      kind: notices.kind,
      facts: notices.facts,
      createdAt: notices.createdAt
    })
    .from(notices)
    .where(isNull(notices.routedAt))
    .orderBy(asc(notices.createdAt), asc(notices.id))
    .limit(limit)
    .for('update', { skipLocked: true })
}

/** How many of them were not there yet. */
export async function insertDeliveries(tx: Tx, rows: (typeof deliveries.$inferInsert)[]): Promise<number> {
  if (rows.length === 0) return 0
  const { rowCount } = await tx.insert(deliveries).values(rows).onConflictDoNothing()
  return rowCount ?? 0
}

export async function markRouted(tx: Tx, noticeIds: string[], at: Date): Promise<void> {
  await tx.update(notices).set({ routedAt: at }).where(inArray(notices.id, noticeIds))
}

const BUNDLING = 7283

/**
 * Puts what waits for a digest that is due now into one message for each person, day and channel. One replica at a time;
 * what is bundled once stays so, and what comes too late for it makes a second message.
 */
export async function bundleDigests(tx: Tx, now: Date): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${BUNDLING})`)
  await tx.execute(sql`
    update deliveries set message_of = bundle.first
    from (
      select employee_id, channel, digest_on, (array_agg(id order by id))[1] as first
      from deliveries
      where message_of is null and next_at <= ${now.toISOString()}::timestamptz and skipped_at is null
      group by employee_id, channel, digest_on
    ) bundle
    where deliveries.message_of is null and deliveries.next_at <= ${now.toISOString()}::timestamptz
      and deliveries.employee_id = bundle.employee_id and deliveries.channel = bundle.channel
      and deliveries.digest_on = bundle.digest_on
  `)
}

const isOpen = and(isNull(deliveries.sentAt), isNull(deliveries.skippedAt), isNull(deliveries.failedAt))

export interface Claiming {
  claimedBy: string
  now: Date
  until: Date
  limit: number
}

/**
 * The messages that are due and that nobody holds, held from now on by `claimedBy`, each with its notices. Two workers
 * never get the same one: rows that another is claiming are passed over, and claimed ones are not due.
 */
export async function claimMessages(tx: Tx, channel: Channel, { claimedBy, now, until, limit }: Claiming) {
  const due = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.id, deliveries.messageOf),
        eq(deliveries.channel, channel),
        isOpen,
        lte(deliveries.nextAt, now),
        or(isNull(deliveries.claimedUntil), lte(deliveries.claimedUntil, now))
      )
    )
    .orderBy(asc(deliveries.nextAt), asc(deliveries.id))
    .limit(limit)
    .for('update', { skipLocked: true })
  if (due.length === 0) return []
  const ids = due.map(({ id }) => id)
  await tx
    .update(deliveries)
    .set({ claimedBy, claimedUntil: until, attempts: sql`${deliveries.attempts} + 1` })
    .where(and(inArray(deliveries.messageOf, ids), isOpen))
  return tx
    .select({ delivery: deliveries, notice: notices })
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .where(and(inArray(deliveries.messageOf, ids), eq(deliveries.claimedBy, claimedBy)))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.messageOf), asc(deliveries.id))
}

export type ClaimedRow = Awaited<ReturnType<typeof claimMessages>>[number]

/** One claim on one message; who lost it writes nothing. */
export interface Held {
  messageOf: string
  claimedBy: string
}

const isHeld = ({ messageOf, claimedBy }: Held) =>
  and(eq(deliveries.messageOf, messageOf), eq(deliveries.claimedBy, claimedBy), isOpen)

/** Whether the claim is still held, and then by nobody else until the transaction ends. */
export async function lockHeld(tx: Tx, held: Held): Promise<boolean> {
  const rows = await tx.select({ id: deliveries.id }).from(deliveries).where(isHeld(held)).for('update')
  return rows.length > 0
}

const LET_GO = { claimedBy: null, claimedUntil: null }

export async function markSkipped(
  tx: Tx,
  held: Held,
  { ids, at, reason }: { ids: string[]; at: Date; reason: SkipReason }
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ skippedAt: at, skipReason: reason, ...LET_GO })
    .where(and(isHeld(held), inArray(deliveries.id, ids)))
}

/** One statement, so that it may be by itself. */
export async function markSent(
  db: Queryable,
  held: Held,
  { at, receipt }: { at: Date; receipt: string }
): Promise<void> {
  await db
    .update(deliveries)
    .set({ sentAt: at, receipt, lastError: null, ...LET_GO })
    .where(isHeld(held))
}

/** It is tried again at `nextAt`, or where that is null given up. */
export async function markUnsent(
  tx: Tx,
  held: Held,
  { at, nextAt, reason }: { at: Date; nextAt: Date | null; reason: string }
): Promise<void> {
  const set = nextAt ? { nextAt } : { failedAt: at }
  await tx
    .update(deliveries)
    .set({ ...set, lastError: reason, ...LET_GO })
    .where(isHeld(held))
}

/**
 * Gives back what was claimed and not tried: the attempt does not count. Only these: of another message of the same claim
 * it may be unknown whether it got through.
 */
export async function releaseMessages(
  db: Db,
  claimedBy: string,
  messageOfs: readonly string[],
  nextAt: Date
): Promise<void> {
  if (messageOfs.length === 0) return
  await db
    .update(deliveries)
    .set({ nextAt, attempts: sql`${deliveries.attempts} - 1`, ...LET_GO })
    .where(and(eq(deliveries.claimedBy, claimedBy), inArray(deliveries.messageOf, [...messageOfs]), isOpen))
}
