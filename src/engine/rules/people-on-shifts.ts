import type { Assignments, Problem } from '../plan/problem.ts'

/** How many people a shift has, by what they are. */
export type OnShift = { people: number; hosts: number; experienced: number; newcomers: number }

/**
 * Counts the people of each shift. Shifts that do not exist are passed over.
 *
 * @example
 * peopleOnShifts(problemOf(['host', 'newcomer'], 1), [[0], [0]])
 * //=> [{ people: 2, hosts: 1, experienced: 0, newcomers: 1 }]
 */
export function peopleOnShifts(problem: Problem, assignments: Assignments): OnShift[] {
  const on = problem.shifts.map((): OnShift => ({ people: 0, hosts: 0, experienced: 0, newcomers: 0 }))
  problem.people.forEach((person, p) => {
    for (const shift of assignments[p] ?? []) {
      const there = on[shift]
      if (!there) continue
      there.people++
      if (person.host) there.hosts++
      if (person.experienced) there.experienced++
      if (person.newcomer) there.newcomers++
    }
  })
  return on
}
