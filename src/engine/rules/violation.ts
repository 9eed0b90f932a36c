import type { Assignments, Problem } from '../plan/problem.ts'

/** The hard rules, each named after the forbidden thing. */
export type RuleName =
  | 'not-fitting'
  | 'lost-lock'
  | 'too-many-shifts'
  | 'too-close'
  | 'short-rest'
  | 'over-maximum'
  | 'missing-host'
  | 'newcomers-alone'
  | 'team-cap'

/** One rule broken, by whom and where, and a sentence that says so. */
export type Violation = {
  readonly rule: RuleName
  readonly person?: number
  readonly shift?: number
  readonly shifts?: readonly number[]
  readonly team?: number
  readonly text: string
}

/** A hard rule: every way in which the assignments break it. An empty list means it is kept. */
export type Rule = (problem: Problem, assignments: Assignments) => Violation[]
