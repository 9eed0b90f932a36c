import { and, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import type { DeliveryState } from '../../engine/telling/delivery-state.ts'

const open = and(isNull(deliveries.sentAt), isNull(deliveries.skippedAt), isNull(deliveries.failedAt))!

/** The rows that `deliveryState` puts into a state, in SQL; a test holds the two together. */
function isIn(state: DeliveryState, now: Date): SQL {
  const claimed = sql`coalesce(${deliveries.claimedUntil} > ${now.toISOString()}::timestamptz, false)`
  switch (state) {
    case 'sent':
      return isNotNull(deliveries.sentAt)
    case 'skipped':
      return isNotNull(deliveries.skippedAt)
    case 'failed':
      return isNotNull(deliveries.failedAt)
    case 'sending':
      return and(open, claimed)!
    case 'retrying':
      return and(open, sql`not ${claimed}`, isNotNull(deliveries.lastError))!
    case 'waiting':
      return and(open, sql`not ${claimed}`, isNull(deliveries.lastError))!
  }
}

const carriers = alias(deliveries, 'carriers')

const COLUMNS = {
  id: deliveries.id,
  channel: deliveries.channel,
  notice: { id: notices.id, kind: notices.kind },
  employee: { id: employees.id, name: employees.name },
  createdAt: deliveries.createdAt,
  digestOn: deliveries.digestOn,
  messageId: sql<string>`coalesce(${carriers.messageId}, ${deliveries.messageId})`,
  nextAt: deliveries.nextAt,
  attempts: deliveries.attempts,
  claimedUntil: deliveries.claimedUntil,
  sentAt: deliveries.sentAt,
  receipt: deliveries.receipt,
  skippedAt: deliveries.skippedAt,
  skipReason: deliveries.skipReason,
  failedAt: deliveries.failedAt,
  lastError: deliveries.lastError
}

const found = (db: Queryable) =>
  db
    .select(COLUMNS)
    .from(deliveries)
    .innerJoin(notices, eq(notices.id, deliveries.noticeId))
    .innerJoin(employees, eq(employees.id, deliveries.employeeId))
    .leftJoin(carriers, eq(carriers.id, deliveries.messageOf))

/** Newest first. */
export async function listDeliveries(
  db: Queryable,
  state: DeliveryState | undefined,
  page: { now: Date; after: { at: Date; id: string } | null; limit: number }
) {
  const { now, after, limit } = page
  const older =
    after &&
    sql`(${deliveries.createdAt}, ${deliveries.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
  return found(db)
    .where(and(state && isIn(state, now), older ?? undefined))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit)
}

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number]

export async function findDelivery(db: Queryable, deliveryId: string): Promise<DeliveryRow | null> {
  const [row] = await found(db).where(eq(deliveries.id, deliveryId))
  return row ?? null
}

/** Holds the delivery and those that share its message. */
export async function lockMessageOf(tx: Tx, deliveryId: string) {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId))
  if (!row) return null
  const own = row.messageOf ?? row.id
  await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(or(eq(deliveries.messageOf, own), eq(deliveries.id, row.id)))
    .orderBy(deliveries.id)
    .for('update')
  const [locked] = await tx.select().from(deliveries).where(eq(deliveries.id, deliveryId))
  return locked ?? null
}

/** Dead letters of one message live again. */
export async function reviveMessage(tx: Tx, messageOf: string, nextAt: Date): Promise<void> {
  await tx
    .update(deliveries)
    .set({ failedAt: null, attempts: 0, nextAt })
    .where(and(eq(deliveries.messageOf, messageOf), isNotNull(deliveries.failedAt)))
}
