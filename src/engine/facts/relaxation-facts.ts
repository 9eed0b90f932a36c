import type { Relaxation } from '../plan/explain.ts'
import type { RuleName } from '../rules/violation.ts'
import type { LocalDate } from '../time/local.ts'
import { weekdayOf } from '../time/weekday-of.ts'
import type { BuiltProblem } from './build-problem.ts'

/** What it takes to weaken a rule, as facts for a sentence such as "one more host on Fridays". */
export type RelaxationFacts = {
  rule: RuleName
  /** who could sit down then */
  employeeId: string
  /** whose cap it is, as an index of the problem; null for every other rule */
  team: number | null
  /** ISO weekday of the shift, Monday 1, and its day */
  weekday: number
  onDay: LocalDate
  /** what the rule's number is and what it would have to be; for newcomers, experienced people lacking: from 0 */
  from: number
  to: number
  /** what the score becomes more by: below zero is better */
  scoreChange: number
}

/**
 * Turns a relaxation of the planner into facts for a sentence: the rule, whom it concerns, the weekday, and the number
 * before and after.
 *
 * @example
 * const of = built()
 * const effect = { total: -900, min: 0, desired: -1000, quota: 100, unpopular: 0, wish: 0, change: 0 }
 * const { weekday, from, to } = relaxationFacts(of, 1, { rule: 'missing-host', person: 1, to: 0, effect })
 * [weekday, from, to] // on Tuesdays a host is missing
 * //=> [2, 1, 0]
 */
export function relaxationFacts(
  { problem, people, shifts }: BuiltProblem,
  shift: number,
  { rule, person, team, to, effect }: Relaxation
): RelaxationFacts {
  const { onDay } = shifts[shift]!
  const who = problem.people[person]!
  const numbers: Partial<Record<RuleName, number>> = {
    'too-many-shifts': who.maxShifts,
    'too-close': who.spacingDays,
    'short-rest': problem.restMinutes,
    'over-maximum': problem.shifts[shift]!.max,
    'missing-host': problem.shifts[shift]!.hosts,
    'team-cap': problem.teamCaps[who.team]!
  }
  return {
    rule,
    employeeId: people[person]!,
    team: team ?? null,
    weekday: weekdayOf(onDay),
    onDay,
    from: numbers[rule] ?? 0,
    to,
    scoreChange: effect.total
  }
}
