import {
  DEFAULT_WEIGHTS,
  type Problem,
  type ProblemPerson,
  type ProblemShift
} from '../../../src/engine/plan/problem.ts'

/** A shift on a day from a full hour, four hours long, for up to four people, unless said otherwise. */
export function shiftOn(day: number, hour: number, rest: Partial<ProblemShift> = {}): ProblemShift {
  const start = day * 1440 + hour * 60
  return { day, start, end: start + 240, min: 0, desired: 0, max: 4, hosts: 0, ...rest }
}

/** Somebody whom all of so many shifts fit, without points or wishes, unless said otherwise. */
export function personFor(shifts: number, rest: Partial<ProblemPerson> = {}): ProblemPerson {
  const fits = Array.from({ length: shifts }, (_, s) => [s, 0, 0]).flat()
  const who = { team: 0, host: false, experienced: false, newcomer: false, spacingDays: 1, maxShifts: 9 }
  return { ...who, dueMinutes: 0, carriedUnpopular: 0, fits, ...rest }
}

/** A problem of these shifts and people; one team with room for all. */
export function problemOf(
  shifts: ProblemShift[],
  people: ProblemPerson[],
  rest: Partial<Problem> = {}
): Problem {
  const header = { format: 'rota-problem/1', name: 'test', days: 28, restMinutes: 660 } as const
  return { ...header, weights: DEFAULT_WEIGHTS, teamCaps: [99], shifts, people, ...rest }
}
