import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { type AnswerWindow, answerWindow } from '../engine/insight/answer-window.ts'
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

export interface Answering {
  shift: { shiftId: string; startsAt: Date; endsAt: Date }
  window: AnswerWindow
  cases: MyCases
  mood: { mood: number; answeredAt: Date } | null
}

/**
 * What the actor said of a shift of theirs, its cases and how they felt after it, and what can be said of it now.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift}
 */
export async function readAnswering({ db, actor, now }: Context, shiftId: string): Promise<Answering> {
  const seat = await readSeatOf(db, shiftId, actor.employeeId)
  if (!seat) throw new ShiftNotFound({ shiftId })
  const { assignmentId, startsAt, endsAt } = seat
  if (assignmentId === null) throw new NotOnThisShift({ shiftId })
  return {
    shift: { shiftId: seat.shiftId, startsAt, endsAt },
    window: answerWindow(seat, now()),
    cases: await readCasesOfSeat(db, assignmentId),
    mood: await findMood(db, assignmentId)
  }
}

/** The same without the window. @throws {ShiftNotFound} {@link NotOnThisShift} */
export async function readMyCases(ctx: Context, shiftId: string): Promise<MyCases & Pick<Answering, 'mood'>> {
  const { cases, mood } = await readAnswering(ctx, shiftId)
  return { ...cases, mood }
}
