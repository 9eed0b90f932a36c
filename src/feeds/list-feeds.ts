import type { Context } from '../context.ts'
import { listFeeds } from './queries.ts'

/** The actor's calendar addresses that work, with when each was last read, to the hour. The secret part is not shown. */
export async function readFeeds(ctx: Context) {
  return listFeeds(ctx.db, ctx.actor.employeeId)
}
