import type { Context } from '../context.ts'
import { readMyShifts } from '../shifts/read-my-shifts.ts'
import { readShiftHistory } from '../shifts/read-shift-history.ts'
import { readShift } from '../shifts/read-shifts.ts'

/**
 * The shift page's facts; a constant number of queries.
 *
 * @throws {ShiftNotFound}
 */
export async function readShiftPage(ctx: Context, shiftId: string) {
  const shift = await readShift(ctx, shiftId)
  const span = { from: shift.startsAt.toISOString(), to: shift.endsAt.toISOString() }
  const [held, history] = await Promise.all([readMyShifts(ctx, span), readShiftHistory(ctx, shiftId)])
  const mine = held.find((own) => own.shift.id === shiftId) ?? null
  return { shift, mine, history, now: ctx.now() }
}

export type ShiftPageView = Awaited<ReturnType<typeof readShiftPage>>
