import { and, arrayOverlaps, asc, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db, Queryable, Tx } from '../../db/client.ts'
import { webhookDeliveries, webhooks } from '../../db/schema/webhooks.ts'
import type { WebhookEnding } from '../words.ts'

export async function listSubscribed(tx: Tx, events: readonly string[]) {
  return tx
    .select({ id: webhooks.id, events: webhooks.events })
    .from(webhooks)
    .where(and(isNull(webhooks.disabledAt), arrayOverlaps(webhooks.events, [...events])))
    .orderBy(asc(webhooks.id))
}

export async function insertDeliveries(tx: Tx, rows: (typeof webhookDeliveries.$inferInsert)[]) {
  return tx.insert(webhookDeliveries).values(rows).returning({ id: webhookDeliveries.id })
}

/** Without secrets. */
const SHOWN = {
  id: webhooks.id,
  url: webhooks.url,
  description: webhooks.description,
  events: webhooks.events,
  createdAt: webhooks.createdAt,
  disabledAt: webhooks.disabledAt,
  disabledBecause: webhooks.disabledBecause,
  previousUntil: webhooks.previousUntil
}

export async function listWebhooks(db: Queryable) {
  return db.select(SHOWN).from(webhooks).orderBy(asc(webhooks.createdAt), asc(webhooks.id))
}

export type WebhookRow = Awaited<ReturnType<typeof listWebhooks>>[number]

export async function findWebhook(db: Queryable, webhookId: string): Promise<WebhookRow | undefined> {
  const [found] = await db.select(SHOWN).from(webhooks).where(eq(webhooks.id, webhookId))
  return found
}

/** The row and its secrets, held until the transaction ends. */
export async function lockWebhook(tx: Tx, webhookId: string) {
  const [found] = await tx.select().from(webhooks).where(eq(webhooks.id, webhookId)).for('update')
  return found
}

export async function insertWebhook(tx: Tx, row: typeof webhooks.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(webhooks).values(row).returning({ id: webhooks.id })
  return inserted!.id
}

export async function updateWebhook(
  tx: Tx,
  webhookId: string,
  change: Partial<typeof webhooks.$inferInsert>
) {
  await tx.update(webhooks).set(change).where(eq(webhooks.id, webhookId))
}

export async function deleteWebhook(tx: Tx, webhookId: string): Promise<void> {
  await tx.delete(webhooks).where(eq(webhooks.id, webhookId))
}

/** Switches a webhook off and gives up what waits for it. */
export async function endWebhook(
  tx: Tx,
  webhookId: string,
  because: WebhookEnding,
  now: Date
): Promise<void> {
  await tx
    .update(webhooks)
    .set({ disabledAt: now, disabledBecause: because })
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.disabledAt)))
  await tx
    .update(webhookDeliveries)
    .set({ nextAt: null, failure: 'switched-off' })
    .where(and(eq(webhookDeliveries.webhookId, webhookId), isNotNull(webhookDeliveries.nextAt)))
}

/** Takes up to `limit` due deliveries for this process alone until `until`; an attempt is counted with the taking. */
export async function claimDeliveries(
  db: Db,
  { now, until, limit }: { now: Date; until: Date; limit: number }
) {
  const due = db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(lte(webhookDeliveries.nextAt, now))
    .orderBy(asc(webhookDeliveries.nextAt), asc(webhookDeliveries.id))
    .limit(limit)
    .for('update', { skipLocked: true })
  const claimed = await db
    .update(webhookDeliveries)
    .set({ nextAt: until, attempts: sql`${webhookDeliveries.attempts} + 1` })
    .where(inArray(webhookDeliveries.id, due))
    .returning()
  if (claimed.length === 0) return []
  const ids = [...new Set(claimed.map(({ webhookId }) => webhookId))]
  const targets = await db.select().from(webhooks).where(inArray(webhooks.id, ids))
  return claimed.map((delivery) => ({
    delivery,
    webhook: targets.find(({ id }) => id === delivery.webhookId)!
  }))
}

export type Claimed = Awaited<ReturnType<typeof claimDeliveries>>[number]
type Outcome = Pick<typeof webhookDeliveries.$inferInsert, 'nextAt' | 'status' | 'failure' | 'deliveredAt'>

/** Writes down how an attempt went, unless somebody else has made another one since. */
export async function noteAttempt(tx: Queryable, { id, attempts }: Claimed['delivery'], outcome: Outcome) {
  await tx
    .update(webhookDeliveries)
    .set(outcome)
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.attempts, attempts)))
}

const DELIVERY = {
  id: webhookDeliveries.id,
  webhookId: webhookDeliveries.webhookId,
  event: webhookDeliveries.event,
  payload: webhookDeliveries.payload,
  createdAt: webhookDeliveries.createdAt,
  nextAt: webhookDeliveries.nextAt,
  attempts: webhookDeliveries.attempts,
  status: webhookDeliveries.status,
  failure: webhookDeliveries.failure,
  deliveredAt: webhookDeliveries.deliveredAt
}

/** Newest first. */
export async function listDeliveries(
  db: Queryable,
  webhookId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
) {
  const older = after
    ? or(
        sql`${webhookDeliveries.createdAt} < ${after.at.toISOString()}::timestamptz`,
        and(eq(webhookDeliveries.createdAt, after.at), sql`${webhookDeliveries.id} < ${after.id}::uuid`)
      )
    : undefined
  return db
    .select(DELIVERY)
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), older))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit)
}

export async function findDelivery(db: Queryable, deliveryId: string) {
  const [found] = await db
    .select(DELIVERY)
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.id, deliveryId))
  return found
}

export async function sendAgain(tx: Tx, deliveryId: string, now: Date): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ nextAt: now, attempts: 0, failure: null, status: null, deliveredAt: null })
    .where(eq(webhookDeliveries.id, deliveryId))
}

export async function deleteDeliveriesBefore(db: Db, before: Date): Promise<void> {
  await db
    .delete(webhookDeliveries)
    .where(and(isNull(webhookDeliveries.nextAt), lte(webhookDeliveries.createdAt, before)))
}
