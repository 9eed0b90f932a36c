import { subDays, subHours } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { deletePostsBefore } from './queries/day-posts.ts'
import { deleteRequestsBefore } from './queries/requests.ts'

/** What was said in a channel is Slack's to keep. */
const KEPT_DAYS = 60

/** Forgets signatures that would be refused for their age (an hour later, as clocks differ), and posts of two months ago. */
export async function forgetOldSlack(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  await deleteRequestsBefore(ctx.db, subHours(now, 1))
  await deletePostsBefore(ctx.db, localDateOf(subDays(now, KEPT_DAYS), 'UTC'))
}
