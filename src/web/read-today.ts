import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { listProposedHours } from '../hours/read-hours.ts'
import { readMyBalance } from '../hours/read-my-balance.ts'
import { listLearningsOwed } from '../learnings/list-learnings-owed.ts'
import { listShiftsToAnswer } from '../seasons/list-to-answer.ts'
import { readShiftCard } from '../shifts/read-card.ts'
import { readMyShifts } from '../shifts/read-my-shifts.ts'
import { readNow } from '../shifts/read-now.ts'
import type { TodayView } from './pages/today/view.ts'

/** Shifts listed below the next one; the rest is on the page of my shifts. */
const COMING = 3

/** The today page's facts, from the same reading functions as the API; a constant number of queries. */
export async function readToday(ctx: Context): Promise<TodayView> {
  const now = ctx.now()
  const quarter = quarterOf(localDateOf(now, ctx.actor.timeZone))
  const [shifts, rotations, balance, proposed, owedLearnings, toAnswer] = await Promise.all([
    readMyShifts(ctx),
    readNow(ctx),
    readMyBalance(ctx, quarter),
    listProposedHours(ctx, ctx.actor.employeeId),
    listLearningsOwed(ctx),
    listShiftsToAnswer(ctx)
  ])
  const [next = null, ...later] = shifts
  const card = next && (await readShiftCard(ctx, next.shift.id))
  const me = ctx.actor.employeeId
  const coming = later.slice(0, COMING)
  const mine = { me, next, card, coming, toAnswer }
  return { now, ...mine, rotations, balance, proposed, owedLearnings }
}
