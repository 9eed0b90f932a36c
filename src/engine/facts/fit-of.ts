import type { ProblemPerson } from '../plan/problem.ts'

/**
 * Finds what a shift would cost somebody in unpopular points and wishes, or undefined when they may not work it.
 *
 * @example
 * fitOf({ fits: [0, 0, 0, 4, 2, 1] }, 4)
 * //=> { points: 2, wish: 1 }
 */
export function fitOf(
  { fits }: Pick<ProblemPerson, 'fits'>,
  shift: number
): { points: number; wish: number } | undefined {
  let low = 0
  let high = fits.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits[middle * 3]! < shift) low = middle + 1
    else high = middle
  }
  if (fits[low * 3] !== shift) return undefined
  return { points: fits[low * 3 + 1]!, wish: fits[low * 3 + 2]! }
}
