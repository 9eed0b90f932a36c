import type { Context } from '../context.ts'
import { type PageOf, pageOf, readCursor } from '../lib/paging.ts'
import { SlackNotSetUp } from './errors.ts'
import type { LinkState } from './link-state.ts'
import { listLinks } from './queries/links.ts'

type Link = Awaited<ReturnType<typeof listLinks>>[number]

/**
 * A page of the people here by name, with who they are in Slack.
 *
 * @throws {SlackNotSetUp}
 */
export async function readSlackLinks(
  ctx: Context,
  { state, cursor, limit = 50 }: { state?: LinkState; cursor?: string; limit?: number }
): Promise<PageOf<Link>> {
  if (!ctx.slack) throw new SlackNotSetUp()
  const rows = await listLinks(ctx.db, state, { after: readCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ employeeId, name }) => ({ key: name, id: employeeId }))
}
