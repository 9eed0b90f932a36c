import type { Context } from '../context.ts'
import { type WishLevel, wishFor } from '../engine/facts/wish-for.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { listWishes } from '../wishes/list-wishes.ts'
import { readOpenSeats } from './read-open-seats.ts'

/** A wish for a day of the clock may touch the days beside it. */
const MARGIN_DAYS = 2
const GLADDEST_FIRST: readonly WishLevel[] = ['love', 'fine', 'rather_not', 'ask_nicely', 'cannot']

/** Open seats that the actor may take, those first that their wishes are gladdest of, then by start. Nine queries. */
export async function rankOpenSeats(ctx: Context, { days = 28 }: { days?: number } = {}) {
  const { employeeId, timeZone } = ctx.actor
  const today = localDateOf(ctx.now(), timeZone)
  const span = { fromOn: addDays(today, -MARGIN_DAYS), toOn: addDays(today, days + MARGIN_DAYS) }
  const seats = await readOpenSeats(ctx, { days })
  const wishes = await listWishes(ctx.db, { employeeIds: [employeeId], ...span })
  const rankOf = (wish: WishLevel) => GLADDEST_FIRST.indexOf(wish)
  return seats
    .map((seat) => ({ ...seat, wish: wishFor(wishes, seat, timeZone) }))
    .toSorted((a, b) => rankOf(a.wish) - rankOf(b.wish))
}

export type OpenSeat = Awaited<ReturnType<typeof rankOpenSeats>>[number]
