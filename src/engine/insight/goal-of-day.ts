import { daysBetween } from '../time/days-between.ts'
import type { LocalDate } from '../time/local.ts'

/**
 * The goal of a season that a day's shifts ask about: one goal a day, in turn from the first day on, so that each is
 * asked about as often as the others and everybody on support that day asks the same. Null where there is no goal.
 *
 * @example
 * goalOfDay(['Pairing works', 'Bills explain themselves'], { fromOn: '2027-01-01', onDay: '2027-01-04' })
 * //=> 'Bills explain themselves'
 */
export function goalOfDay<Goal>(
  goals: readonly Goal[],
  { fromOn, onDay }: { fromOn: LocalDate; onDay: LocalDate }
): Goal | null {
  if (goals.length === 0) return null
  const turn = Math.max(0, daysBetween(fromOn, onDay)) % goals.length
  return goals[turn] ?? null
}
