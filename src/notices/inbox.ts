import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { InstantNotReadable, NoticeNotFound } from './errors.ts'
import { countUnreadOf, listNotices, markAllRead, markNoticeRead } from './queries.ts'
import { readStanding } from './render/read-standing.ts'
import { plainText, renderNotice } from './render/render-notice.ts'

/**
 * The actor's own notices, newest first, in their language and as things are now, with how many are unread. Eleven queries,
 * however many notices.
 */
export async function readInbox(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const after = readInstantCursor(cursor)
  const { employeeId } = ctx.actor
  const rows = await listNotices(ctx.db, employeeId, { after, limit: limit + 1 })
  const page = pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }))
  const standing = await readStanding(ctx.db, page.items, ctx.now())
  const items = page.items.map(({ employeeId: _, ...notice }) => {
    const rendered = renderNotice({ ...notice, employeeId }, ctx.actor, standing)
    const { title, body, act, link, isStale } = rendered
    return { ...notice, title, text: plainText(body), act, link, isStale }
  })
  return { ...page, items, unread: await countUnreadOf(ctx.db, employeeId) }
}

/** Notes that the actor has read a notice; a second time changes nothing. */
export async function readNotice(ctx: Context, noticeId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await markNoticeRead(tx, noticeId, ctx.actor.employeeId, ctx.now())
    if (found.length === 0) throw new NoticeNotFound({ noticeId })
  })
}

/**
 * Notes that the actor has read everything written until an instant; left out: everything there is.
 *
 * @throws {InstantNotReadable}
 */
export async function readAllNotices(ctx: Context, wanted: { until?: string } = {}): Promise<void> {
  const now = ctx.now()
  const last = wanted.until === undefined ? now : new Date(wanted.until)
  // A leap second and the year 0 have the form of an instant, and the database takes neither.
  if (!(last.getTime() >= 0)) throw new InstantNotReadable()
  const until = last < now ? last : now
  await ctx.db.transaction((tx) => markAllRead(tx, ctx.actor.employeeId, { until, now }))
}
