import type { Assignments, Problem } from '../plan/problem.ts'
import type { Violation } from './violation.ts'

/**
 * People on shifts they may not work: not among what fits them, unknown, or held twice.
 * A list per person that is missing or too many is broken as well.
 *
 * @example
 * checkNotFitting(problemWhereBoFitsOnly([0]), [[1]])
 * //=> [{ rule: 'not-fitting', person: 0, shift: 1, text: 'Person 0 does not fit shift 1.' }]
 */
export function checkNotFitting(problem: Problem, assignments: Assignments): Violation[] {
  const broken: Violation[] = []
  if (assignments.length !== problem.people.length) {
    const text = `There are ${assignments.length} lists of shifts for ${problem.people.length} people.`
    broken.push({ rule: 'not-fitting', text })
  }
  assignments.forEach((held, person) => {
    const fitting = fittingShifts(problem.people[person]?.fits ?? [])
    const seen = new Set<number>()
    for (const shift of held) {
      if (!fitting.has(shift)) broken.push(unfit(person, shift, 'does not fit'))
      if (seen.has(shift)) broken.push(unfit(person, shift, 'is twice on'))
      seen.add(shift)
    }
  })
  return broken
}

function unfit(person: number, shift: number, what: string): Violation {
  return { rule: 'not-fitting', person, shift, text: `Person ${person} ${what} shift ${shift}.` }
}

function fittingShifts(fits: ArrayLike<number>): Set<number> {
  const shifts = new Set<number>()
  for (let i = 0; i < fits.length; i += 3) shifts.add(fits[i]!)
  return shifts
}
