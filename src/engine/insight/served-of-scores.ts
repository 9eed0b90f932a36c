import type { ServedCounts } from './share-served.ts'

/** From this score of five on a customer counts as served well: the "top two" by which CSAT is commonly given. */
export const WELL_SERVED_SCORE = 4

/**
 * Reads customers' scores of 1 to 5 as well served (4 and 5) or not (1 to 3); a customer is never unsure.
 *
 * @example
 * servedOfScores([{ score: 5, answers: 20 }, { score: 4, answers: 12 }, { score: 3, answers: 8 }])
 * //=> { yes: 32, no: 8, unsure: 0 }
 */
export function servedOfScores(scores: readonly { score: number; answers: number }[]): ServedCounts {
  const sum = (isWell: boolean) =>
    scores.reduce(
      (total, { score, answers }) => (score >= WELL_SERVED_SCORE === isWell ? total + answers : total),
      0
    )
  return { yes: sum(true), no: sum(false), unsure: 0 }
}
