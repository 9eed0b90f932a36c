import type { LocalDate } from '../time/local.ts'
import { type DueQuestion, dueMinutes } from './due-minutes.ts'

/** Days [fromOn, toOn) on which somebody is exempt. */
export type ExemptDays = { fromOn: LocalDate; toOn: LocalDate }

/**
 * Counts the minutes of a person's due that exemptions waive: what the exempt days would owe. It is the difference
 * of two whole counts, so that due less waived is exactly what the other days owe.
 *
 * @example
 * waivedMinutes(
 *   {
 *     person: { ftePercent: 100, joinedOn: '2020-01-01', leavesOn: null },
 *     quotas: [{ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01', toOn: null }],
 *     longAbsences: [], fromOn: '2027-03-01', toOn: '2027-03-29'
 *   },
 *   [{ fromOn: '2027-02-01', toOn: '2027-03-15' }]
 * )
 * //=> 120
 */
export function waivedMinutes(question: DueQuestion, exemptions: readonly ExemptDays[]): number {
  if (exemptions.length === 0) return 0
  return dueMinutes(question) - dueMinutes({ ...question, exemptions })
}
