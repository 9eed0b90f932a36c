import { addDays } from '../time/add-days.ts'
import { daysBetween } from '../time/days-between.ts'
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
  const away = longAbsencesIn(longAbsences).map((days) => ({ ...days, toOn: addDays(days.toOn, 1) }))
  const employed = { fromOn: person.joinedOn, toOn: person.leavesOn && addDays(person.leavesOn, 1) }
  const turns = turnsWithin({ fromOn, toOn }, [employed, ...away, ...exemptions, ...quotas])
  const daysOf = new Map<EffectiveQuota, number>()
  turns.forEach((day, at) => {
    const next = turns[at + 1] ?? toOn
    const isOff = !holds(employed, day) || [...away, ...exemptions].some((days) => holds(days, day))
    const quota = isOff ? undefined : quotaInForce(quotas, day)
    if (quota) daysOf.set(quota, (daysOf.get(quota) ?? 0) + daysBetween(day, next))
  })
  return roundedSum([...daysOf].map(([quota, days]) => shareOf(quota, days, person.ftePercent)))
}

type Days = { fromOn: LocalDate; toOn: LocalDate | null }

const holds = ({ fromOn, toOn }: Days, day: LocalDate) => fromOn <= day && (toOn === null || day < toOn)

/** The days on which anything begins or ends; between two of them all days are alike. */
function turnsWithin({ fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate }, spans: Days[]): LocalDate[] {
  if (fromOn >= toOn) return []
  const turns = new Set([fromOn])
  for (const span of spans) {
    if (span.fromOn > fromOn && span.fromOn < toOn) turns.add(span.fromOn)
    if (span.toOn !== null && span.toOn > fromOn && span.toOn < toOn) turns.add(span.toOn)
  }
  return [...turns].sort()
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
