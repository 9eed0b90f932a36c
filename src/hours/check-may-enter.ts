import { addDays } from 'date-fns'
import type { Context } from '../context.ts'
import { CORRECTION_DAYS, mayCorrectHours } from '../engine/ledger/may-correct-hours.ts'
import { may } from '../permissions.ts'
import { HoursNotYours, HoursWindowClosed, ShiftNotOver } from './errors.ts'
import { isLeadOf, type Whose } from './standing.ts'

/**
 * Refuses hours of a shift that the actor may not enter or correct (now).
 *
 * @throws {HoursNotYours} {@link ShiftNotOver} {@link HoursWindowClosed}
 */
export function checkMayEnter({ actor, now }: Context, seat: Whose & { endsAt: Date }): void {
  const { endsAt } = seat
  const isLead = isLeadOf(actor, seat)
  if (!may(actor, 'hours.enter', seat)) throw new HoursNotYours()
  if (now() < endsAt) throw new ShiftNotOver({ endsAt })
  if (!mayCorrectHours({ endsAt, now: now(), isLead })) {
    throw new HoursWindowClosed({ closedAt: addDays(endsAt, CORRECTION_DAYS) })
  }
}
