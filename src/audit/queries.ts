import type { Tx } from '../../db/client.ts'
import { auditEntries } from '../../db/schema/audit.ts'

export async function insertAuditEntry(tx: Tx, entry: typeof auditEntries.$inferInsert): Promise<void> {
  await tx.insert(auditEntries).values(entry)
}
