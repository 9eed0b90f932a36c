import { and, count, eq, gt, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { linkRequests } from '../../../db/schema/sessions.ts'

/** Writes a request down; how many there were since `since` for its address and from its client, this one included. */
export async function countLinkRequests(tx: Tx, row: typeof linkRequests.$inferInsert, since: Date) {
  // Of requests that come together each is counted, whichever replica takes it. Always in this order: no deadlock.
  const locks = [row.addressHash, row.clientHash].map((hash) => `link request ${hash}`).sort()
  for (const lock of locks) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
  await tx.insert(linkRequests).values(row)
  const isRecent = gt(linkRequests.askedAt, since)
  const [address] = await tx
    .select({ asked: count() })
    .from(linkRequests)
    .where(and(eq(linkRequests.addressHash, row.addressHash), isRecent))
  const [client] = await tx
    .select({ asked: count() })
    .from(linkRequests)
    .where(and(eq(linkRequests.clientHash, row.clientHash), isRecent))
  return { forAddress: address!.asked, byClient: client!.asked }
}

export async function deleteLinkRequests(tx: Tx, before: Date): Promise<void> {
  await tx.delete(linkRequests).where(lt(linkRequests.askedAt, before))
}
