import type { Assignments, Problem, Score } from './problem.ts'
import { assignmentsOf, type Seats } from './seats.ts'

/** What the plan in the seats scores, term by term, as numbers of the problem. */
export function scoreOf(seats: Seats): Score {
  return scoreAssignments(seats.model.problem, assignmentsOf(seats))
}

/** What assignments that fit score, term by term. */
export function scoreAssignments({ weights, shifts, people }: Problem, assignments: Assignments): Score {
  const score = { min: 0, desired: 0, quota: 0, unpopular: 0, wish: 0, change: 0 }
  const on = new Int32Array(shifts.length)
  people.forEach((person, p) => {
    const held = new Set(assignments[p])
    let minutes = 0
    let points = 0
    for (let i = 0; i < person.fits.length; i += 3) {
      if (!held.has(person.fits[i]!)) continue
      const shift = shifts[person.fits[i]!]!
      on[person.fits[i]!]!++
      minutes += shift.end - shift.start
      points += person.fits[i + 1]!
      score.wish += weights.wish * person.fits[i + 2]!
    }
    score.quota += weights.quota * ((minutes - person.dueMinutes) / 60) ** 2
    score.unpopular += weights.unpopular * points * (2 * (person.carriedUnpopular ?? 0) + points)
    if (!person.published) return
    const kept = person.published.filter((s) => held.has(s)).length
    score.change += weights.change * (held.size + person.published.length - 2 * kept)
  })
  shifts.forEach((shift, s) => {
    score.min += weights.min * Math.max(0, shift.min - on[s]!)
    score.desired += weights.desired * Math.max(0, shift.desired - on[s]!)
  })
  const total = score.min + score.desired + score.quota + score.unpopular + score.wish + score.change
  return { total, ...score }
}
