import type { Assignments, Problem, ProblemPerson, ProblemShift } from '../plan/problem.ts'
import type { Violation } from './violation.ts'

/** Two shifts of one person, the one that starts first named first. */
export type HeldPair = {
  readonly person: number
  readonly who: ProblemPerson
  readonly first: number
  readonly then: number
  readonly before: ProblemShift
  readonly after: ProblemShift
}

/**
 * What `rule` says of every two shifts that one person holds, the earlier of them first. Unknown shifts are passed over.
 *
 * @example
 * const pairs = []
 * ofHeldPairs(problemOnDays(0, 7, 14), [[2, 0, 1]], ({ first, then }) => void pairs.push([first, then]))
 * pairs
 * //=> [[0, 1], [0, 2], [1, 2]]
 */
export function ofHeldPairs(
  problem: Problem,
  assignments: Assignments,
  rule: (pair: HeldPair) => Violation | undefined
): Violation[] {
  const broken: Violation[] = []
  problem.people.forEach((who, person) => {
    const held = inOrderOfStart(problem, assignments[person] ?? [])
    held.forEach((then, i) => {
      for (const first of held.slice(0, i)) {
        const pair = {
          person,
          who,
          first,
          then,
          before: problem.shifts[first]!,
          after: problem.shifts[then]!
        }
        const violation = rule(pair)
        if (violation) broken.push(violation)
      }
    })
  })
  return broken
}

function inOrderOfStart(problem: Problem, held: readonly number[]): number[] {
  const known = held.filter((shift) => problem.shifts[shift] !== undefined)
  return known.sort((a, b) => problem.shifts[a]!.start - problem.shifts[b]!.start)
}
