import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import type { ServedCounts } from '../engine/insight/share-served.ts'
import { readSeatOf } from '../shifts/read-seat-of.ts'
import type { ServedAnswer } from '../words.ts'
import { NotOnThisShift, ShiftNotFound } from './errors.ts'
import { findCounts, findMood, listCases } from './queries/served.ts'

export interface MyCases extends ServedCounts {
  /** Whether the figures are counts, which stand in for the taps. */
  isCounted: boolean
  /** The taps, first to last, so that the last can be taken back. */
  cases: { id: string; servedWell: ServedAnswer; answeredAt: Date }[]
}

/** What was said of the cases of a seat. */
export async function readCasesOfSeat(db: Queryable, seatId: string): Promise<MyCases> {
  const cases = await listCases(db, seatId)
  const counts = await findCounts(db, seatId)
  const tapped = (answer: ServedAnswer) => cases.filter(({ servedWell }) => servedWell === answer).length
  const { yes, no, unsure } = counts ?? { yes: tapped('yes'), no: tapped('no'), unsure: tapped('unsure') }
  return { yes, no, unsure, isCounted: counts !== null, cases }
}

/**
 * What the actor said of a shift of theirs: its cases, and how they felt after it.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift}
 */
export async function readMyCases(
  ctx: Context,
  shiftId: string
): Promise<MyCases & { mood: { mood: number; answeredAt: Date } | null }> {
  const shift = await readSeatOf(ctx.db, shiftId, ctx.actor.employeeId)
  if (!shift) throw new ShiftNotFound({ shiftId })
  if (shift.assignmentId === null) throw new NotOnThisShift({ shiftId })
  return {
    ...(await readCasesOfSeat(ctx.db, shift.assignmentId)),
    mood: await findMood(ctx.db, shift.assignmentId)
  }
}
