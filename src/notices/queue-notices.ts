import type { Tx } from '../../db/client.ts'
import { insertNotices } from './queries.ts'

export interface OwedNotice {
  employeeId: string
  /** What happened, in kebab case: `rotation-published`. The reader's words are chosen when it is rendered. */
  kind: string
  facts: Record<string, unknown>
}

/** Queues messages in the transaction of the change they tell of: no change untold, nothing told that did not happen. */
export async function queueNotices(tx: Tx, owed: OwedNotice[], now: Date): Promise<void> {
  await insertNotices(
    tx,
    owed.map((notice) => ({ ...notice, createdAt: now }))
  )
}
