import type { AnyContext } from '../context.ts'
import { type CalendarFilter, listCalendarSeats } from './queries.ts'

/**
 * Every seat, held and given up, of the shifts in a span of instants that concern somebody's own calendar, a team's or
 * a rotation's: by start of the shift, then by person. One query; at most 20,000 seats.
 */
export async function readCalendarSeats(ctx: AnyContext, filter: CalendarFilter) {
  return listCalendarSeats(ctx.db, filter)
}

export type CalendarSeat = Awaited<ReturnType<typeof readCalendarSeats>>[number]
