import type { Context } from '../context.ts'
import { countOpenAsks } from './queries/count-open-asks.ts'

/** How many swaps and covers wait for the actor's answer. One query. */
export const countAsked = (ctx: Context): Promise<number> =>
  countOpenAsks(ctx.db, ctx.actor.employeeId, ctx.now())
