import type { Context } from '../context.ts'
import { readSeatsToTellOf } from '../shifts/read-seats-to-tell-of.ts'
import { listAnswers } from './queries/answering.ts'

/**
 * The actor's shifts of which they can still say how they went and have not: a shift under way while no case is told,
 * one that is over while the cases or the mood are missing. Two queries.
 */
export async function listShiftsToAnswer(ctx: Context) {
  const seats = await readSeatsToTellOf(ctx)
  const answers = await listAnswers(
    ctx.db,
    seats.map(({ assignmentId }) => assignmentId)
  )
  return seats.filter(({ assignmentId, isOver }) => {
    const { hasCases = false, hasMood = false } = answers.get(assignmentId) ?? {}
    return !hasCases || (isOver && !hasMood)
  })
}
