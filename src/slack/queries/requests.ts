import { lt } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { slackRequests } from '../../../db/schema/slack-requests.ts'

/** False: it is there already. One statement, so of two replicas only one hears true. */
export async function insertRequest(db: Db, signature: string, until: Date): Promise<boolean> {
  const rows = await db
    .insert(slackRequests)
    .values({ signature, until })
    .onConflictDoNothing()
    .returning({ signature: slackRequests.signature })
  return rows.length > 0
}

export async function deleteRequestsBefore(db: Db, before: Date): Promise<void> {
  await db.delete(slackRequests).where(lt(slackRequests.until, before))
}
