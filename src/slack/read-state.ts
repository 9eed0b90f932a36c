import type { Context } from '../context.ts'
import { SlackNotSetUp } from './errors.ts'
import type { LinkState } from './link-state.ts'
import { listLatestPosts } from './queries/day-posts.ts'
import { countLinks } from './queries/links.ts'

/**
 * How many people here are linked to Slack, were not found there and wait to be looked up; and what became of the latest
 * post in each channel. Two queries.
 *
 * @throws {SlackNotSetUp}
 */
export async function readSlackState(ctx: Context) {
  if (!ctx.slack) throw new SlackNotSetUp()
  const counts = await countLinks(ctx.db)
  const of = (wanted: LinkState) => counts.find(({ state }) => state === wanted)?.people ?? 0
  const people = { linked: of('linked'), not_found: of('not_found'), waiting: of('waiting') }
  return { people, channels: await listLatestPosts(ctx.db) }
}
