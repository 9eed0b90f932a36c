import type { Context } from '../context.ts'
import { countUnreadOf } from './queries.ts'

/** How many of the actor's notices are unread. One query. */
export const countUnread = (ctx: Context): Promise<number> => countUnreadOf(ctx.db, ctx.actor.employeeId)
