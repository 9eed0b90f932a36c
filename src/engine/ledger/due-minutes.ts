import { dayNumberOf } from '../time/day-number.ts'
import type { LocalDate } from '../time/local.ts'
import { type DaySpan, DueCounter, inOrder } from './due-counter.ts'
import { type DaysAway, longAbsencesIn } from './long-absences.ts'
import type { EffectiveQuota } from './quota-in-force.ts'

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
  const off = inOrder([...longAbsencesIn(longAbsences).map(wholeDays), ...exemptions.map(spanOf)])
  const employed = wholeDays({ fromOn: person.joinedOn, toOn: person.leavesOn ?? LAST_DATE })
  const asked = spanOf({ fromOn, toOn })
  const days = { from: Math.max(asked.from, employed.from), to: Math.min(asked.to, employed.to) }
  return new DueCounter(quotas).minutes(person.ftePercent, days, off, 0, off.from.length)
}

const LAST_DATE = '9999-12-31'

type Days = { fromOn: LocalDate; toOn: LocalDate }

const spanOf = ({ fromOn, toOn }: Days): DaySpan => ({ from: dayNumberOf(fromOn), to: dayNumberOf(toOn) })

/** With both days. */
const wholeDays = ({ fromOn, toOn }: Days): DaySpan => ({
  from: dayNumberOf(fromOn),
  to: dayNumberOf(toOn) + 1
})
