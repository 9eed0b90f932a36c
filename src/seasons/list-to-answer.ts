import { subDays } from 'date-fns'
import type { Context } from '../context.ts'
import { ANSWER_DAYS } from '../engine/insight/answer-window.ts'
import { listSeatsToAnswer } from './queries/answering.ts'

/**
 * The actor's shifts of which they can still say how they went and have not: a shift under way while no case is told,
 * one that is over while the cases or the mood are missing. One query.
 */
export async function listShiftsToAnswer({ db, actor, now }: Context) {
  const span = { since: subDays(now(), ANSWER_DAYS), now: now() }
  return listSeatsToAnswer(db, actor.employeeId, span)
}
