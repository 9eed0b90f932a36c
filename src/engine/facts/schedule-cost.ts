import type { Problem, ProblemPerson } from '../plan/problem.ts'
import { fitOf } from './fit-of.ts'

/**
 * Computes what one person's shifts cost in score points, the person's own terms only: hours beside the quota,
 * unpopular points, wishes, and changes to what is published.
 *
 * @example
 * const { problem } = built()
 * costOfSchedule(problem, problem.people[1], []) // owes four hours, is given none
 * //=> 80
 */
export function costOfSchedule(
  { shifts, weights }: Problem,
  person: ProblemPerson,
  held: readonly number[]
): number {
  const carried = person.carriedUnpopular ?? 0
  const minutes = held.reduce((sum, s) => sum + shifts[s]!.end - shifts[s]!.start, 0)
  const points = held.reduce((sum, s) => sum + (fitOf(person, s)?.points ?? 0), 0)
  const wish = held.reduce((sum, s) => sum + (fitOf(person, s)?.wish ?? 0), 0)
  return (
    weights.quota * ((minutes - person.dueMinutes) / 60) ** 2 +
    weights.unpopular * ((carried + points) ** 2 - carried ** 2) +
    weights.wish * wish +
    weights.change * changesOf(person, held)
  )
}

function changesOf({ published }: ProblemPerson, held: readonly number[]): number {
  if (!published) return 0
  const given = held.filter((shift) => !published.includes(shift))
  const taken = published.filter((shift) => !held.includes(shift))
  return given.length + taken.length
}
