import { asc, ne } from 'drizzle-orm'
import type { Queryable } from '../../db/client.ts'
import { auditEntries } from '../../db/schema/audit.ts'

/** What was done, oldest first: the audit log without what was refused. */
export const deeds = (db: Queryable) =>
  db
    .select()
    .from(auditEntries)
    .where(ne(auditEntries.action, 'request.refused'))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
