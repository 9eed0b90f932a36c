import { readMyAbsences } from '../absences/my-absences.ts'
import { readMyUnavailableHours } from '../absences/my-unavailable-hours.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { readMyShifts } from '../shifts/read-my-shifts.ts'
import { readMyWishes } from '../wishes/my-wishes.ts'

/** When I am away, cannot or would love to, and the shifts that fall on it. A constant number of queries. */
export async function readMyTime(ctx: Context, { cursor }: { cursor?: string | undefined }) {
  const now = ctx.now()
  const [absences, wishes, hours, shifts] = await Promise.all([
    readMyAbsences(ctx, cursor === undefined ? { limit: 20 } : { cursor, limit: 20 }),
    readMyWishes(ctx),
    readMyUnavailableHours(ctx),
    readMyShifts(ctx)
  ])
  const today = localDateOf(now, ctx.actor.timeZone)
  return {
    now,
    today,
    absences: absences.items,
    nextCursor: absences.nextCursor,
    isFirstPage: cursor === undefined,
    wishes,
    hours,
    inTheWay: shifts.filter(({ isInAbsence }) => isInAbsence),
    /** With a seat that has not begun today: only then does falling ill open anything. */
    isOnToday: shifts.some(
      ({ startsAt }) => startsAt > now && localDateOf(startsAt, ctx.actor.timeZone) === today
    )
  }
}

export type MyTimeView = Awaited<ReturnType<typeof readMyTime>>
