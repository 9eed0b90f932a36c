import { booksPeriodOf } from '../engine/ledger/books-period-of.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { SeasonNotValid } from './errors.ts'

/** One goal of a charter; with `id` one that is there already. */
export interface WantedGoal {
  id?: string
  goal: string
  measure: string
  strategyLine: string
}

export interface SeasonDays {
  fromOn: string
  toOn: string
}

/** Shorter than a fortnight nothing is learned, longer than half a year nobody remembers what was guessed. */
const FEWEST_DAYS = 14
const MOST_DAYS = 184
const FEWEST_GOALS = 2
const MOST_GOALS = 3

/** The days of a quarter such as `2027-Q2`. */
export function daysOfQuarter(quarter: string): SeasonDays {
  const month = 3 * (Number(quarter.slice(6)) - 1) + 1
  return booksPeriodOf(`${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`, 3)
}

/** `2027 Q2` where the days are a quarter, else the days themselves. */
export function nameOfDays({ fromOn, toOn }: SeasonDays): string {
  const quarter = booksPeriodOf(fromOn, 3)
  if (quarter.fromOn !== fromOn || quarter.toOn !== toOn) return `${fromOn} – ${toOn}`
  return `${fromOn.slice(0, 4)} Q${Math.ceil(Number(fromOn.slice(5, 7)) / 3)}`
}

/** @throws {SeasonNotValid} */
export function checkDays({ fromOn, toOn }: SeasonDays, today: string): void {
  if (!isLocalDate(fromOn) || fromOn < '1970-01-01' || fromOn >= '2200')
    refuseField('fromOn', 'Write a day that exists, such as 2027-04-01.')
  if (!isLocalDate(toOn) || toOn >= '2200')
    refuseField('toOn', 'Write a day that exists: the first that no longer counts.')
  const days = daysBetween(fromOn, toOn)
  if (days < FEWEST_DAYS || days > MOST_DAYS)
    refuseField('toOn', `Let the season last ${FEWEST_DAYS} to ${MOST_DAYS} days.`)
  if (toOn <= today) refuseField('toOn', 'This season would be over already. Choose days to come.')
}

/** @throws {SeasonNotValid} for a charter of fewer than two or more than three goals, or a goal that lacks a part. */
export function checkGoals(goals: readonly WantedGoal[]): void {
  if (goals.length < FEWEST_GOALS || goals.length > MOST_GOALS)
    refuseField('goals', 'Set two or three goals: more is a list, not a direction.')
  const isHalf = ({ goal, measure, strategyLine }: WantedGoal) =>
    [goal, measure, strategyLine].some((text) => text.trim() === '')
  if (goals.some(isHalf))
    refuseField('goals', 'Give every goal its measure and the line of strategy that it serves.')
}

/** @throws {SeasonNotValid} */
export function refuseField(field: string, remedy: string): never {
  throw new SeasonNotValid({ field, remedy })
}
