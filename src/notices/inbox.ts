import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { NoticeNotFound } from './errors.ts'
import { listNotices, markNoticeRead } from './queries.ts'

/** The actor's own notices, newest first. */
export async function readInbox(ctx: Context, { cursor, limit = 50 }: { cursor?: string; limit?: number }) {
  const after = readInstantCursor(cursor)
  const rows = await listNotices(ctx.db, ctx.actor.employeeId, { after, limit: limit + 1 })
  return pageOf(rows, limit, (row) => ({ key: row.createdAt.toISOString(), id: row.id }))
}

/** Notes that the actor has read a notice; a second time changes nothing. */
export async function readNotice(ctx: Context, noticeId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await markNoticeRead(tx, noticeId, ctx.actor.employeeId, ctx.now())
    if (found.length === 0) throw new NoticeNotFound({ noticeId })
  })
}
