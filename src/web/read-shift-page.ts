import type { Context } from '../context.ts'
import { isHandoverOpen } from '../shifts/leave-handover.ts'
import { readShiftCard } from '../shifts/read-card.ts'
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
  const [held, history, card] = await Promise.all([
    readMyShifts(ctx, span),
    readShiftHistory(ctx, shiftId),
    readShiftCard(ctx, shiftId)
  ])
  const mine = held.find((own) => own.shift.id === shiftId) ?? null
  const now = ctx.now()
  const mayLeaveNote = mine !== null && isHandoverOpen(shift, now)
  const isOpenToMe = shift.openSeats > 0 || (shift.isOpenToHosts && ctx.actor.roles.has('host'))
  return { shift, mine, isOpenToMe, history, card, mayLeaveNote, me: ctx.actor.employeeId, now }
}

export type ShiftPageView = Awaited<ReturnType<typeof readShiftPage>>
