import type { Context } from '../../context.ts'
import { pageOf, readInstantCursor } from '../../lib/paging.ts'
import { DigestNotFound } from './errors.ts'
import { selectDigests } from './queries.ts'
import { readContents } from './read-contents.ts'

/** The actor's own digests, newest first. */
export async function listDigests(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const after = readInstantCursor(cursor)
  const rows = await selectDigests(ctx.db, ctx.actor.employeeId, { after, limit: limit + 1 })
  return pageOf(rows, limit, (row) => ({ key: row.until.toISOString(), id: row.id }))
}

/**
 * A digest of the actor's own, with its themes as they stand now.
 *
 * @throws {DigestNotFound}
 */
export async function readMyDigest(ctx: Context, digestId: string) {
  const [content] = await readContents(ctx.db, [digestId], ctx.now())
  if (content?.employeeId !== ctx.actor.employeeId) throw new DigestNotFound({ digestId })
  return content
}
