import type { Assignments, Problem, ProblemPerson, Score } from '../plan/problem.ts'
import { peopleOnShifts } from './people-on-shifts.ts'

/**
 * What the assignments score, term by term, computed from the problem alone. Lower is better.
 *
 * @example
 * scorePlan(problemWithOneEmptyShift(), [[]]).desired
 * //=> 1000
 */
export function scorePlan(problem: Problem, assignments: Assignments): Score {
  const { weights } = problem
  const score = { min: 0, desired: 0, quota: 0, unpopular: 0, wish: 0, change: 0 }
  peopleOnShifts(problem, assignments).forEach(({ people }, s) => {
    const shift = problem.shifts[s]!
    score.min += weights.min * Math.max(0, shift.min - people)
    score.desired += weights.desired * Math.max(0, shift.desired - people)
  })
  problem.people.forEach((person, p) => {
    const held = assignments[p] ?? []
    const carried = person.carriedUnpopular ?? 0
    const { minutes, points, wish } = burden(problem, person, held)
    score.quota += weights.quota * ((minutes - person.dueMinutes) / 60) ** 2
    score.unpopular += weights.unpopular * ((carried + points) ** 2 - carried ** 2)
    score.wish += weights.wish * wish
    score.change += weights.change * changesOf(person, held)
  })
  const total = score.min + score.desired + score.quota + score.unpopular + score.wish + score.change
  return { total, ...score }
}

function burden(problem: Problem, person: ProblemPerson, held: readonly number[]) {
  const sum = { minutes: 0, points: 0, wish: 0 }
  for (const s of held) {
    const at = findFit(person.fits, s)
    const shift = problem.shifts[s]
    if (at < 0 || !shift) continue
    sum.minutes += shift.end - shift.start
    sum.points += person.fits[at + 1]!
    sum.wish += person.fits[at + 2]!
  }
  return sum
}

function findFit(fits: ArrayLike<number>, shift: number): number {
  for (let i = 0; i < fits.length; i += 3) if (fits[i] === shift) return i
  return -1
}

function changesOf(person: ProblemPerson, held: readonly number[]): number {
  if (!person.published) return 0
  const was = new Set(person.published)
  const is = new Set(held)
  return held.filter((s) => !was.has(s)).length + person.published.filter((s) => !is.has(s)).length
}
