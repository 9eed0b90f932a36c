import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../db/client.ts'
import { idempotencyKeys } from '../../db/schema/idempotency-keys.ts'

export interface KeyClaim {
  actorId: string
  key: string
  requestHash: string
}

/** What a request was answered with. The body is text: the API answers nothing else to a POST. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

const isKey = ({ actorId, key }: KeyClaim) =>
  and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key))

/**
 * True for exactly one open transaction per key. Another one waits here until that one has ended, `waitMs` at most
 * (then 55P03), and gets the key only when nothing was kept or what was kept is older than `before`.
 */
export async function claimRow(
  tx: Tx,
  claim: KeyClaim & { createdAt: Date },
  { before, waitMs }: { before: Date; waitMs: number }
): Promise<boolean> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(waitMs)}, true)`)
  const rows = await tx
    .insert(idempotencyKeys)
    .values(claim)
    .onConflictDoUpdate({
      target: [idempotencyKeys.actorId, idempotencyKeys.key],
      set: {
        ...{ requestHash: claim.requestHash, createdAt: claim.createdAt },
        ...{ status: null, headers: null, body: null }
      },
      setWhere: lt(idempotencyKeys.createdAt, before)
    })
    .returning({ key: idempotencyKeys.key })
  await tx.execute(sql`select set_config('lock_timeout', '0', true)`)
  return rows.length === 1
}

export async function findAnswer(
  tx: Tx,
  claim: KeyClaim
): Promise<(Answer & { requestHash: string }) | null> {
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(isKey(claim), isNotNull(idempotencyKeys.status)))
  if (!row) return null
  const { requestHash, status, headers, body } = row
  return { requestHash, status: status!, headers: headers ?? {}, body: body ?? '' }
}

export async function storeAnswer(tx: Tx, claim: KeyClaim, answer: Answer): Promise<void> {
  await tx.update(idempotencyKeys).set(answer).where(isKey(claim))
}

/** How long the server lets this transaction wait for its next statement. */
export async function allowIdling(tx: Tx, millis: number): Promise<void> {
  await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', ${String(millis)}, true)`)
}

export async function deleteKeysBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before))
}
