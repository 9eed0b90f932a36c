import { subDays } from 'date-fns'
import type { Context } from '../context.ts'
import { ANSWER_DAYS, answerWindow } from '../engine/insight/answer-window.ts'
import { listSeatsBegun, type SeatBegun } from './queries/seats-begun.ts'

/** A seat of the actor of which something can be said: what was heard, how it went. */
export interface SeatToTellOf extends SeatBegun {
  /** Until when. */
  closesAt: Date
  isOver: boolean
}

/**
 * The actor's seats on shifts of which they can say something now, by the engine's `answerWindow`: under way, or over
 * since no more than 14 days. The first to close comes first. What has been said already is the asker's to know. One query.
 */
export async function readSeatsToTellOf({ db, actor, now }: Context): Promise<SeatToTellOf[]> {
  const at = now()
  const seats = await listSeatsBegun(db, actor.employeeId, { since: subDays(at, ANSWER_DAYS), now: at })
  return seats.map((seat) => {
    const { state, closesAt } = answerWindow(seat, at)
    return { ...seat, closesAt, isOver: state === 'after' }
  })
}
