import type { Assignments, Problem, ProblemShift } from '../../../src/engine/plan/problem.ts'

/**
 * The rotation that most tools make: shift after shift, whoever has been off for longest and may, hosts first, until the
 * desired seats are filled. Keeps every hard rule; knows nothing of cost.
 */
export function leastRecentlyOn(problem: Problem): Assignments {
  const { shifts, people } = problem
  const fitting: number[][] = shifts.map(() => [])
  people.forEach(({ fits }, p) => {
    for (let i = 0; i < fits.length; i += 3) fitting[fits[i]!]!.push(p)
  })
  const held: number[][] = people.map(({ locked }) => [...(locked ?? [])])
  const lastOn = people.map(() => Number.NEGATIVE_INFINITY)
  const order = shifts.map((_, s) => s).sort((a, b) => shifts[a]!.start - shifts[b]!.start)
  for (const s of order) {
    const on = people.flatMap((_, p) => (held[p]!.includes(s) ? [p] : []))
    const byTurn = [...fitting[s]!].sort((a, b) => lastOn[a]! - lastOn[b]! || a - b)
    const hosts = byTurn.filter((p) => people[p]!.host)
    for (const p of [...hosts, ...byTurn]) {
      const lacksHosts = hostsOf(problem, on) < shifts[s]!.hosts
      if (lacksHosts ? !people[p]!.host : on.length >= Math.max(shifts[s]!.min, shifts[s]!.desired)) continue
      if (on.includes(p) || !maySit(problem, held, on, p, s)) continue
      on.push(p)
      held[p]!.push(s)
    }
    if (on.length > 0 && !isWhole(problem, on, shifts[s]!)) leave(problem, held, on, s)
    for (const p of on) lastOn[p] = shifts[s]!.start
  }
  return held.map((list) => list.sort((a, b) => a - b))
}

function hostsOf({ people }: Problem, on: readonly number[]): number {
  return on.filter((p) => people[p]!.host).length
}

function maySit(
  problem: Problem,
  held: readonly number[][],
  on: readonly number[],
  p: number,
  s: number
): boolean {
  const { shifts, people, restMinutes, teamCaps } = problem
  const shift = shifts[s]!
  const person = people[p]!
  if (on.length >= shift.max || held[p]!.length >= person.maxShifts) return false
  if (person.newcomer && !person.experienced && leadOf(problem, on) < 1) return false
  const isFree = held[p]!.every((other) => {
    const { start, end, day } = shifts[other]!
    const rest = start < shift.start ? shift.start - end : start - shift.end
    return rest >= restMinutes && Math.abs(day - shift.day) >= person.spacingDays
  })
  return isFree && onAtOnce(problem, held, person.team, shift) < teamCaps[person.team]!
}

/** The most of the team on at any start of a shift within this one. */
function onAtOnce(
  { shifts, people }: Problem,
  held: readonly number[][],
  team: number,
  shift: ProblemShift
): number {
  const beside = held.flatMap((list, p) =>
    people[p]!.team === team
      ? list.map((s) => shifts[s]!).filter(({ start, end }) => start < shift.end && shift.start < end)
      : []
  )
  const moments = [shift.start, ...beside.map(({ start }) => start).filter((at) => at > shift.start)]
  return Math.max(...moments.map((at) => beside.filter(({ start, end }) => start <= at && at < end).length))
}

function leadOf({ people }: Problem, on: readonly number[]): number {
  return on.reduce((lead, p) => lead + (people[p]!.experienced ? 1 : 0) - (people[p]!.newcomer ? 1 : 0), 0)
}

function isWhole(problem: Problem, on: readonly number[], shift: ProblemShift): boolean {
  return hostsOf(problem, on) >= shift.hosts && leadOf(problem, on) >= 0
}

/** A shift that could not be staffed by the rules is left to whoever is locked on it. */
function leave({ people }: Problem, held: readonly number[][], on: number[], s: number): void {
  for (const p of on.splice(0)) {
    if (people[p]!.locked?.includes(s)) on.push(p)
    else held[p]!.splice(held[p]!.indexOf(s), 1)
  }
}
