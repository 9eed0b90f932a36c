import { restorePlan } from './keep.ts'
import { HOST, type Model } from './model.ts'
import type { Problem } from './problem.ts'
import { assignmentsOf, coverCost, type Seats, seat, unseatAll } from './seats.ts'
import type { HostsPlan, Work } from './work.ts'

/**
 * The problem of hosts alone, and whom each of its people stands for. A shift wants as many as it needs hosts, and each of
 * them is worth their part of all that the shift loses without them.
 */
export function hostsAlone(model: Model): { readonly problem: Problem; readonly of: readonly number[] } {
  const { problem } = model
  const weights = { ...problem.weights, desired: problem.weights.desired || 1 }
  const of = [...problem.people.keys()].filter((p) => problem.people[p]!.host)
  const shifts = problem.shifts.map((shift, s) => {
    const isOpen = shift.hosts > 0 && model.mostPeople[s]! > 0
    if (!isOpen) return { ...shift, hosts: 0, min: 0, desired: 0 }
    const lost = (coverCost(model, s, 0) - coverCost(model, s, model.mostPeople[s]!)) / model.scale
    return { ...shift, hosts: 0, min: 0, desired: shift.hosts, worth: lost / (shift.hosts * weights.desired) }
  })
  const people = of.map((p) => ({ ...problem.people[p]!, newcomer: false }))
  return { problem: { ...problem, weights, shifts, people }, of }
}

/** What each host holds in the best plan of hosts alone, as pairs of the whole company. */
export function heldIn(seats: Seats, alone: Work, of: readonly number[]): HostsPlan {
  const { pairFrom, pairShift } = seats.model
  restorePlan(alone.seats, alone.best)
  const assignments = assignmentsOf(alone.seats)
  return new Map(
    of.map((p, i) => {
      const pairs: number[] = []
      for (let pair = pairFrom[p]!; pair < pairFrom[p + 1]!; pair++)
        if (assignments[i]!.includes(pairShift[pair]!)) pairs.push(pair)
      return [p, pairs]
    })
  )
}

/** Seats hosts as in their own plan; gives those of some people who are not hosts. */
export function seatHosts(seats: Seats, hosts: HostsPlan, people: Int32Array): Int32Array {
  for (const [p, pairs] of hosts) {
    unseatAll(seats, p)
    for (const pair of pairs) seat(seats, p, pair)
  }
  return people.filter((p) => !(seats.model.kind[p]! & HOST))
}
