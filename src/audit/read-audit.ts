import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { type EntryFilter, type EntryRow, listEntries } from './queries/entries.ts'

export interface AuditQuestion extends EntryFilter {
  cursor?: string
  limit?: number
}

/** What belongs to the company. What was before and after of anything else is about persons, and no administrator's business. */
const COMPANY_THINGS: ReadonlySet<string> = new Set([
  ...[
    'api-key',
    'area',
    'closing',
    'company-day',
    'control-measure',
    'csat',
    'decay-review',
    'draft',
    'goal',
    'hourly-rate'
  ],
  ...[
    'hours-policy',
    'import',
    'job',
    'participation',
    'policy',
    'publication',
    'quota',
    'retention',
    'retention-rule'
  ],
  ...['rotation', 'route', 'season', 'team', 'webhook']
])

function entryFrom({ actorId, actorName, actedAs, via, before, after, ...entry }: EntryRow) {
  const details = COMPANY_THINGS.has(entry.objectType) ? { before, after } : { before: null, after: null }
  return {
    ...entry,
    ...details,
    actor: actorId === null ? null : { id: actorId, name: actorName ?? '' },
    actedAs: actedAs?.split(' ') ?? [],
    via
  }
}

/** The audit log, latest first: who did what, as whom, when, with what was before and after. */
export async function readAudit(ctx: Context, { cursor, limit = 50, ...filter }: AuditQuestion) {
  const rows = await listEntries(ctx.db, filter, { after: readInstantCursor(cursor), limit: limit + 1 })
  const page = pageOf(rows, limit, ({ at, id }) => ({ key: at.toISOString(), id }))
  return { ...page, items: page.items.map(entryFrom) }
}
