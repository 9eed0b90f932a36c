import type { GroupGuess } from './group-guesses.ts'
import type { ServedShare } from './share-served.ts'

/** A pain that the evidence shows: learnings of a part of the product, and the customers they tell of. */
export type FoundPain = { areaId: string; name: string; learnings: number; customers: number }

export type DeliveryGap = {
  /** null for fewer than five leaders */
  guess: GroupGuess | null
  /** by those who worked the shifts */
  shifts: ServedShare
  /** by the customers themselves; never added to the former, for it may be the same customers */
  customers: ServedShare
  /** percentage points that the median guess lies above what was found, null where either is unknown */
  gapToShifts: number | null
  gapToCustomers: number | null
  foundPains: FoundPain[]
}

/** Only as many as leaders are asked for. */
const TOP = 3

/**
 * Sets the leaders' guess beside the evidence. A gap above zero is belief ahead of what was found, as in Bain's "Closing
 * the delivery gap" (2005): 80% of firms believed, 8% of their customers agreed.
 *
 * @example
 * deliveryGap({ guess: { ...group, median: 85 }, shifts: sixty, customers: few, foundPains: [] }).gapToShifts
 * //=> 10
 */
export function deliveryGap(
  known: Pick<DeliveryGap, 'guess' | 'shifts' | 'customers' | 'foundPains'>
): DeliveryGap {
  const { guess, shifts, customers, foundPains } = known
  return {
    guess,
    shifts,
    customers,
    gapToShifts: pointsAbove(guess?.median, shifts),
    gapToCustomers: pointsAbove(guess?.median, customers),
    foundPains: foundPains.toSorted(byCustomers).slice(0, TOP)
  }
}

/**
 * Says by how many percentage points a guess lies above a share; null where either is unknown. One decimal.
 *
 * @example
 * pointsAbove(85, sixty)
 * //=> 10
 */
export function pointsAbove(
  percent: number | null | undefined,
  { share }: Pick<ServedShare, 'share'>
): number | null {
  if (percent === null || percent === undefined || share === null) return null
  return Number((percent - 100 * share).toFixed(1))
}

function byCustomers(a: FoundPain, b: FoundPain): number {
  return b.customers - a.customers || b.learnings - a.learnings || (a.name < b.name ? -1 : 1)
}
