import type { Context } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import { addMonths } from '../engine/time/add-months.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { readFeeds } from '../feeds/list-feeds.ts'
import { readMyBalance } from '../hours/read-my-balance.ts'
import { readMyCourse } from '../hours/read-my-course.ts'
import { PeriodNotValid } from '../lib/period.ts'
import { isPlannableDate } from '../rotations/period.ts'
import { type MyShift, readMyShifts } from '../shifts/read-my-shifts.ts'

/** @throws {PeriodNotValid} for a day of a year that nobody plans in. */
function plannable(onDay: string): string {
  if (!isPlannableDate(onDay)) throw new PeriodNotValid({ fromOn: onDay, toOn: onDay })
  return onDay
}

const instant = (onDay: string) => `${onDay}T00:00:00Z`

/** The quarter of my shifts that a page shows, and where it stands. A constant number of queries. */
export async function readMineList(ctx: Context, onDay: string | undefined) {
  const now = ctx.now()
  const today = localDateOf(now, ctx.actor.timeZone)
  const quarter = quarterOf(plannable(onDay ?? today))
  const isNow = quarter.fromOn <= today && today < quarter.toOn
  // Days are the reader's, so both ends are read a day wider and cut by the reader's clock.
  const wide = { from: instant(addDays(quarter.fromOn, -1)), to: instant(addDays(quarter.toOn, 1)) }
  const [held, ahead, balance, course, feeds] = await Promise.all([
    readMyShifts(ctx, wide),
    isNow ? readMyShifts(ctx) : [],
    readMyBalance(ctx, quarter),
    readMyCourse(ctx, quarter),
    readFeeds(ctx)
  ])
  const isInside = ({ startsAt }: MyShift) => {
    const day = localDateOf(startsAt, ctx.actor.timeZone)
    return quarter.fromOn <= day && day < quarter.toOn
  }
  const own = held.filter(isInside)
  const coming = isNow ? ahead : own.filter(({ endsAt }) => endsAt > now)
  const past = own.filter(({ endsAt }) => endsAt <= now).toReversed()
  return {
    now,
    today,
    isNow,
    ...quarter,
    lastOn: addDays(quarter.toOn, -1),
    previousOn: addMonths(quarter.fromOn, -3),
    coming,
    past,
    balance,
    course,
    feeds
  }
}

/** The month of my shifts that a page shows, in whole weeks. */
export async function readMineMonth(ctx: Context, wantedOn: string | undefined) {
  const now = ctx.now()
  const today = localDateOf(now, ctx.actor.timeZone)
  const onDay = plannable(wantedOn ?? today)
  const first = `${onDay.slice(0, 8)}01`
  const nextOn = addMonths(first, 1)
  const fromOn = startOfIsoWeek(first)
  const toOn = addDays(startOfIsoWeek(addDays(nextOn, -1)), 7)
  const held = await readMyShifts(ctx, { from: instant(addDays(fromOn, -1)), to: instant(addDays(toOn, 1)) })
  const shifts = held.map(({ shift, startsAt, endsAt }) => ({
    ...shift,
    startsAt,
    endsAt,
    myDay: localDateOf(startsAt, ctx.actor.timeZone),
    isMine: true,
    isOfTeam: true
  }))
  return { now, today, onDay, fromOn, toOn, previousOn: addMonths(first, -1), nextOn, shifts }
}

export type MineList = Awaited<ReturnType<typeof readMineList>>
export type MineMonth = Awaited<ReturnType<typeof readMineMonth>>
