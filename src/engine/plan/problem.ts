/**
 * The planner's input and output, `rota-problem/1` and `rota-plan/1`, as they stand in memory.
 * Types only, and the house's default weights: the judge in `engine/rules` shares nothing else with the planner.
 */

/** What each kind of imperfection costs; the organisation's policy. Whole or with at most three decimals, none negative. */
export type Weights = {
  /** per seat short of a shift's minimum */
  readonly min: number
  /** per seat short of a shift's desired number */
  readonly desired: number
  /** per squared hour between what a person is given and what they owe */
  readonly quota: number
  /** per unit of growth of the square of a person's unpopular points */
  readonly unpopular: number
  /** per wish cost of a person on a shift */
  readonly wish: number
  /** per (person, shift) pair in exactly one of plan and publication */
  readonly change: number
}

/** Coverage first, then an even load, an even share of the unpopular, wishes; a promise outweighs a small gain. */
export const DEFAULT_WEIGHTS: Weights = {
  min: 10000,
  desired: 1000,
  quota: 5,
  unpopular: 4,
  wish: 1,
  change: 40
}

/** A span of time that people work; `start` and `end` are minutes since the horizon began, half-open. */
export type ProblemShift = {
  /** the rotation's local day, 0-based: what spacing counts in */
  readonly day: number
  readonly start: number
  readonly end: number
  readonly min: number
  readonly desired: number
  readonly max: number
  /** hosts needed as soon as anybody is on the shift */
  readonly hosts: number
  /** inside the planner: how many times what the weights say a seat short costs; once where it is absent */
  readonly worth?: number
}

/** One employee as the planner sees them. People and shifts are known by their index. */
export type ProblemPerson = {
  readonly team: number
  readonly host: boolean
  readonly experienced: boolean
  readonly newcomer: boolean
  /** least number of days between the days of two of this person's shifts */
  readonly spacingDays: number
  readonly maxShifts: number
  /** quota of the horizon less what is carried in; negative when they are ahead */
  readonly dueMinutes: number
  readonly carriedUnpopular?: number
  /** triples (shift, unpopular points, wish cost), flattened, ascending by shift: what this person may work */
  readonly fits: ArrayLike<number>
  /** shifts this person must keep */
  readonly locked?: readonly number[]
  /** what the publication in force gives them; absent when nothing is published */
  readonly published?: readonly number[]
}

/** Everything the planner may know. */
export type Problem = {
  readonly format: 'rota-problem/1'
  readonly name: string
  readonly days: number
  readonly restMinutes: number
  readonly weights: Weights
  /** how many of each team may be on support at the same instant */
  readonly teamCaps: readonly number[]
  readonly shifts: readonly ProblemShift[]
  readonly people: readonly ProblemPerson[]
}

/** Shift indices of each person, ascending. */
export type Assignments = readonly (readonly number[])[]

/** The score to be minimised, by term; `total` is their sum. */
export type Score = {
  readonly total: number
  readonly min: number
  readonly desired: number
  readonly quota: number
  readonly unpopular: number
  readonly wish: number
  readonly change: number
}

/** A legal plan, what it scores, and a proven lower bound on the score of any legal plan. */
export type Plan = {
  readonly format: 'rota-plan/1'
  readonly assignments: number[][]
  readonly score: Score
  readonly bound: number
  readonly seconds: number
  readonly seed: number
}
