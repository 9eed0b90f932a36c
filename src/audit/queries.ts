import type { Tx } from '../../db/client.ts'
import { auditEntries } from '../../db/schema/audit.ts'

/** Rows per statement: PostgreSQL takes 65,535 parameters, and a row has nine. */
const BATCH = 1000

export async function insertAuditEntries(
  tx: Tx,
  entries: (typeof auditEntries.$inferInsert)[]
): Promise<void> {
  for (let from = 0; from < entries.length; from += BATCH) {
    await tx.insert(auditEntries).values(entries.slice(from, from + BATCH))
  }
}
