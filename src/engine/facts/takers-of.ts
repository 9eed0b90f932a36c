import type { Assignments, Problem, ProblemPerson, ProblemShift } from '../plan/problem.ts'
import { fitOf } from './fit-of.ts'

type Seat = { person: number; shift: number }

/**
 * Lists who else could sit in a seat without breaking a hard rule, all else of the plan kept: they fit, have the
 * rest, the days and the count for it, their team has room, and hosts and newcomers stay in balance.
 *
 * @example
 * const { problem } = built({ people: [{ ...amara, isHost: true }, { ...bo, isHost: true }] })
 * takersOf(problem, [[0], []], { person: 0, shift: 0 })
 * //=> [1]
 */
export function takersOf(problem: Problem, plan: Assignments, seat: Seat): number[] {
  const present = problem.people.filter((_, p) => p !== seat.person && plan[p]?.includes(seat.shift))
  const roomOf = roomByTeam(problem, plan, seat)
  return problem.people.flatMap((other, p) => {
    const held = plan[p] ?? []
    if (p === seat.person || held.includes(seat.shift) || !fitOf(other, seat.shift)) return []
    if (!hasTimeFor(problem, other, held, seat.shift)) return []
    return keepsBalance(problem.shifts[seat.shift]!, [...present, other]) && roomOf(other.team) ? [p] : []
  })
}

function hasTimeFor(problem: Problem, who: ProblemPerson, held: readonly number[], shift: number): boolean {
  const added = problem.shifts[shift]!
  if (held.length >= who.maxShifts) return false
  return held.every((s) => {
    const other = problem.shifts[s]!
    const rest = other.start < added.start ? added.start - other.end : other.start - added.end
    return Math.abs(other.day - added.day) >= who.spacingDays && rest >= problem.restMinutes
  })
}

function keepsBalance(shift: ProblemShift, people: readonly ProblemPerson[]): boolean {
  const count = (is: (person: ProblemPerson) => boolean) => people.filter(is).length
  return count((p) => p.host) >= shift.hosts && count((p) => p.newcomer) <= count((p) => p.experienced)
}

/** Whether a team may have one more on support all through the shift, once the seat's holder has left it. */
function roomByTeam(problem: Problem, plan: Assignments, seat: Seat): (team: number) => boolean {
  const shift = problem.shifts[seat.shift]!
  const beside = besideByTeam(problem, plan, seat)
  return (team) => mostAtOnce(beside.get(team) ?? [], shift) < problem.teamCaps[team]!
}

/** What the people of each team work at some time of the seat's shift, in one pass over the plan. */
function besideByTeam(problem: Problem, plan: Assignments, seat: Seat): Map<number, ProblemShift[]> {
  const { start, end } = problem.shifts[seat.shift]!
  const beside = new Map<number, ProblemShift[]>()
  plan.forEach((held, p) => {
    for (const s of held) {
      const other = problem.shifts[s]!
      if (other.start >= end || start >= other.end || (p === seat.person && s === seat.shift)) continue
      const { team } = problem.people[p]!
      const ofTeam = beside.get(team)
      if (ofTeam) ofTeam.push(other)
      else beside.set(team, [other])
    }
  })
  return beside
}

function mostAtOnce(beside: readonly ProblemShift[], shift: ProblemShift): number {
  const instants = [shift.start, ...beside.map(({ start }) => start).filter((start) => start > shift.start)]
  return Math.max(...instants.map((at) => beside.filter((s) => s.start <= at && at < s.end).length))
}
