import type { Assignments, Problem } from '../plan/problem.ts'
import type { Violation } from './violation.ts'

/**
 * Instants at which more of a team are on support than its cap allows; one violation per team, instant and excess.
 * Ends come before starts at the same minute: intervals are half-open.
 *
 * @example
 * checkTeamCap(problemWithCap(1), [[0], [0]]) // both of team 0
 * //=> [{ rule: 'team-cap', team: 0, shifts: [0], text: 'Team 0 has 2 people on support at minute 540, at most 1.' }]
 */
export function checkTeamCap(problem: Problem, assignments: Assignments): Violation[] {
  const held = problem.teamCaps.map((): number[] => [])
  problem.people.forEach((person, p) => {
    const known = (assignments[p] ?? []).filter((shift) => problem.shifts[shift] !== undefined)
    held[person.team]?.push(...known)
  })
  return held.flatMap((shifts, team) => overCap(problem, team, shifts))
}

function overCap(problem: Problem, team: number, held: readonly number[]): Violation[] {
  const cap = problem.teamCaps[team]!
  if (held.length <= cap) return []
  const changes = new Map<number, number>()
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by)
  for (const shift of held) {
    change(problem.shifts[shift]!.start, 1)
    change(problem.shifts[shift]!.end, -1)
  }
  const broken: Violation[] = []
  let now = 0
  for (const [at, by] of [...changes].sort((a, b) => a[0] - b[0])) {
    now += by
    if (by <= 0 || now <= cap) continue
    const shifts = held.filter((s) => problem.shifts[s]!.start <= at && at < problem.shifts[s]!.end)
    const text = `Team ${team} has ${now} people on support at minute ${at}, at most ${cap}.`
    broken.push({ rule: 'team-cap', team, shifts: [...new Set(shifts)].sort((a, b) => a - b), text })
  }
  return broken
}
