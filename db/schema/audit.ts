import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, writtenAt } from './columns.ts'

/** Append-only: who did what to which object, before and after. A trigger refuses update and delete. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: idColumn(),
    at: writtenAt(),
    /** Null: the system itself (command line, a job). */
    actorId: uuid(),
    /** The roles that person had at that moment, in alphabetical order. */
    actedAs: text(),
    /**
     * The way it came: `session`, `key`, `slack`, `scim`, `nobody` (not signed in), `system` (a job, the command line). Null:
     * before this was kept.
     */
    via: text(),
    action: text().notNull(),
    objectType: text().notNull(),
    objectId: text().notNull(),
    before: jsonb().$type<unknown>(),
    after: jsonb().$type<unknown>(),
    requestId: text()
  },
  (t) => [
    index('audit_entries_by_object').on(t.objectType, t.objectId),
    index('audit_entries_by_time').on(t.at)
  ]
)
