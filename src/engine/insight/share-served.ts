import { wilsonInterval } from './wilson-interval.ts'

/** Cases below which a share says more than is known (issue 5). */
export const FEWEST_CASES = 30

/** Cases by what was said of them. */
export type ServedCounts = { yes: number; no: number; unsure: number }

export type ServedShare = ServedCounts & {
  /** cases with a yes or a no: the size of the sample */
  cases: number
  isTooFew: boolean
  /** 0 to 1, null where there are too few cases */
  share: number | null
  low: number | null
  high: number | null
}

/**
 * Gives the share of customers who were served well, with its 95% confidence interval; below 30 cases neither. Where
 * nobody was sure the case is counted but is not in the sample. Shares are 0 to 1, with four decimals.
 *
 * @example
 * shareServed({ yes: 45, no: 15, unsure: 4 })
 * //=> { yes: 45, no: 15, unsure: 4, cases: 60, isTooFew: false, share: 0.75, low: 0.6277, high: 0.8422 }
 * shareServed({ yes: 29, no: 0, unsure: 9 }).isTooFew
 * //=> true
 */
export function shareServed({ yes, no, unsure }: ServedCounts): ServedShare {
  const cases = yes + no
  const counts = { yes, no, unsure, cases }
  if (cases < FEWEST_CASES) return { ...counts, isTooFew: true, share: null, low: null, high: null }
  const { low, high } = wilsonInterval(yes, cases)
  return { ...counts, isTooFew: false, share: rounded(yes / cases), low: rounded(low), high: rounded(high) }
}

const rounded = (share: number): number => Number(share.toFixed(4))
