import {
  DEFAULT_WEIGHTS,
  type Plan,
  type Problem,
  type ProblemPerson,
  type ProblemShift
} from '../../../src/engine/plan/problem.ts'

/** 09:00 to 13:00 on a day, one needed and two wished for, a host among them. */
function morning(day: number): ProblemShift {
  const start = day * 1440 + 540
  return { day, start, end: start + 240, min: 1, desired: 2, max: 2, hosts: 1 }
}

/** A guest of team 1 who owes one shift of four hours, unless told otherwise. */
function guest(fits: number[], traits: Partial<ProblemPerson> = {}): ProblemPerson {
  const kind = { host: false, experienced: false, newcomer: false }
  return { team: 1, ...kind, spacingDays: 7, maxShifts: 1, dueMinutes: 240, fits, ...traits }
}

/**
 * Three mornings a week apart, the last of them unpopular. Hanna (0) is host of all. Of the guests only Bo (1) fits the last;
 * he wants a fortnight between two shifts. Cleo (2) may take the first or the second, Dag (3) only the first, unwillingly.
 */
export const problem: Problem = {
  format: 'rota-problem/1',
  name: 'three mornings',
  days: 21,
  restMinutes: 660,
  weights: DEFAULT_WEIGHTS,
  teamCaps: [1, 1],
  shifts: [morning(0), morning(7), morning(14)],
  people: [
    guest([0, 0, 0, 1, 0, 0, 2, 1, 0], { team: 0, host: true, maxShifts: 3, dueMinutes: 720 }),
    guest([0, 0, 0, 1, 0, 0, 2, 1, 0], { spacingDays: 14, maxShifts: 2 }),
    guest([0, 0, 1, 1, 0, 0]),
    guest([0, 0, 3])
  ]
}

/** The best plan of the three mornings. */
export const plan: Plan = {
  format: 'rota-plan/1',
  assignments: [[0, 1, 2], [2], [1], [0]],
  score: { total: 11, min: 0, desired: 0, quota: 0, unpopular: 8, wish: 3, change: 0 },
  bound: 11,
  seconds: 0,
  seed: 1
}

/** Bo must keep two shifts of which the second begins before the first has ended. */
export function problemWhereBoIsLockedOnTwoShiftsAtOnce(): Problem {
  const later = { ...morning(14), start: 14 * 1440 + 600, end: 14 * 1440 + 840 }
  const bo = guest([2, 0, 0, 3, 0, 0], { maxShifts: 2, locked: [2, 3] })
  return { ...problem, shifts: [...problem.shifts, later], people: [bo] }
}

/** The same people once the plan is published and Dag has fallen ill on his only morning. */
export const peopleWithDagIll: ProblemPerson[] = problem.people.map((person, p) => {
  const published = plan.assignments[p]!
  return p === 3 ? { ...person, fits: [], published } : { ...person, published }
})
