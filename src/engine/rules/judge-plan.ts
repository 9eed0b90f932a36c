import type { Assignments, Problem, Score } from '../plan/problem.ts'
import { checkLostLock } from './lost-lock.ts'
import { checkMissingHost } from './missing-host.ts'
import { checkNewcomersAlone } from './newcomers-alone.ts'
import { checkNotFitting } from './not-fitting.ts'
import { checkOverMaximum } from './over-maximum.ts'
import { scorePlan } from './score-plan.ts'
import { checkShortRest } from './short-rest.ts'
import { checkTeamCap } from './team-cap.ts'
import { checkTooClose } from './too-close.ts'
import { checkTooManyShifts } from './too-many-shifts.ts'
import type { Rule, Violation } from './violation.ts'

/** Every hard rule of a plan. A plan that breaks one is worthless. */
export const RULES: readonly Rule[] = [
  checkNotFitting,
  checkLostLock,
  checkTooManyShifts,
  checkTooClose,
  checkShortRest,
  checkOverMaximum,
  checkMissingHost,
  checkNewcomersAlone,
  checkTeamCap
]

/** What a plan breaks (nothing, when it is legal) and what it scores. */
export type Judgement = { readonly violations: Violation[]; readonly score: Score }

/**
 * Judges assignments by the rules, whoever made them: shares no code with the planner, only the types.
 *
 * @example
 * judgePlan(problemWithOneEmptyShift(), [[]])
 * //=> { violations: [], score: { total: 1000, min: 0, desired: 1000, quota: 0, unpopular: 0, wish: 0, change: 0 } }
 */
export function judgePlan(problem: Problem, assignments: Assignments): Judgement {
  return {
    violations: RULES.flatMap((rule) => rule(problem, assignments)),
    score: scorePlan(problem, assignments)
  }
}
