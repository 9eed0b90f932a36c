import type { Model } from './model.ts'

/** What a person's load and points cost together, in `scale`. */
export function burdenCost(model: Model, p: number, minutes: number, points: number): number {
  const person = model.problem.people[p]!
  const { quota, unpopular } = model.problem.weights
  const off = minutes - person.dueMinutes
  const carried = person.carriedUnpopular ?? 0
  return Math.round(((quota * off * off) / 3600 + unpopular * points * (2 * carried + points)) * model.scale)
}
