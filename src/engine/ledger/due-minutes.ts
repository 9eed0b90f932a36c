import { eachDate } from '../time/each-date.ts'
import type { LocalDate } from '../time/local.ts'
import { type DaysAway, longAbsencesIn } from './long-absences.ts'
import { type EffectiveQuota, quotaInForce } from './quota-in-force.ts'

/** How much and from when to when someone is employed; `leavesOn` is the last day of employment. */
export type Employment = { ftePercent: number; joinedOn: LocalDate; leavesOn: LocalDate | null }

/** All that decides what one person owes on the days [fromOn, toOn). Quotas that reach others are left out. */
export type DueQuestion = {
  person: Employment
  quotas: EffectiveQuota[]
  longAbsences: DaysAway[]
  /** half-open days that are left out of the count; left out: none */
  exemptions?: readonly { fromOn: LocalDate; toOn: LocalDate }[]
  fromOn: LocalDate
  toOn: LocalDate
}

/**
 * Counts the minutes a person owes on the days [fromOn, toOn). Each day of employment owes its share of the
 * quota in force, minutes / (perWeeks * 7), pro rata to the part-time percentage; a day in a long absence
 * owes nothing (`longAbsencesIn`, which also drops the short ones). Shares are summed as exact fractions and
 * rounded once, at the end, half a minute upwards. Minutes, weeks and percentage must be whole numbers, else
 * a RangeError.
 *
 * @example
 * dueMinutes({
 *   person: { ftePercent: 60, joinedOn: '2027-03-15', leavesOn: null },
 *   quotas: [{ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2026-01-01', toOn: null }],
 *   longAbsences: [], fromOn: '2027-03-01', toOn: '2027-03-29'
 * })
 * //=> 72
 */
export function dueMinutes({
  person,
  quotas,
  longAbsences,
  exemptions = [],
  fromOn,
  toOn
}: DueQuestion): number {
  const away = longAbsencesIn(longAbsences)
  const isExempt = (day: LocalDate) => exemptions.some((days) => days.fromOn <= day && day < days.toOn)
  const daysOf = new Map<EffectiveQuota, number>()
  for (const day of eachDate(fromOn, toOn)) {
    const quota = isDueOn(day, person, away) && !isExempt(day) ? quotaInForce(quotas, day) : undefined
    if (quota) daysOf.set(quota, (daysOf.get(quota) ?? 0) + 1)
  }
  return roundedSum([...daysOf].map(([quota, days]) => shareOf(quota, days, person.ftePercent)))
}

function isDueOn(day: LocalDate, { joinedOn, leavesOn }: Employment, away: DaysAway[]): boolean {
  if (day < joinedOn || (leavesOn !== null && day > leavesOn)) return false
  return !away.some(({ fromOn, toOn }) => fromOn <= day && day <= toOn)
}

type Fraction = { over: bigint; under: bigint }

function shareOf({ minutes, perWeeks }: EffectiveQuota, days: number, ftePercent: number): Fraction {
  return { over: BigInt(minutes) * BigInt(days) * BigInt(ftePercent), under: BigInt(perWeeks) * 700n }
}

/** Adds fractions over a common denominator, since thirds and sevenths of a minute have no exact decimal. */
function roundedSum(fractions: Fraction[]): number {
  const under = fractions.reduce((product, fraction) => product * fraction.under, 1n)
  const over = fractions.reduce((sum, fraction) => sum + (fraction.over * under) / fraction.under, 0n)
  return Number((2n * over + under) / (2n * under))
}
