import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { listViews, type ViewRow } from './queries/views.ts'

/** A look at a person: who, when, at what, and for which recorded purpose. */
export function viewFrom({ id, viewedAt, viewerId, viewerName, action, facts }: ViewRow) {
  const { what, purpose, purposeId } = (facts ?? {}) as Record<string, string | undefined>
  return {
    id,
    viewedAt,
    viewer: viewerId === null ? null : { id: viewerId, name: viewerName ?? '' },
    what: what ?? action.replace('.viewed', ''),
    purpose: purpose ?? null,
    purposeId: purposeId ?? null
  }
}

/** Who looked at the actor's hours and participation, latest first. */
export async function readMyViews(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const rows = await listViews(ctx.db, ctx.actor.employeeId, {
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  const page = pageOf(rows, limit, ({ viewedAt, id }) => ({ key: viewedAt.toISOString(), id }))
  return { ...page, items: page.items.map(viewFrom) }
}
