import { groupBy } from '../facts/group-by.ts'
import { overlaps } from '../time/overlaps.ts'
import type { Move, SwapFacts, SwapSeat } from './swap-facts.ts'

/** The few facts that decide about seats changing hands: nothing else can break a rule. */
export type FactsNear = (moves: readonly Move[]) => SwapFacts

/**
 * Lays out the facts of many people once, so that each of many questions costs what it is about, and not what the company
 * is: seats of who gives and takes, seats on their shifts and at their time (of which a team's cap counts its own), and
 * the people in them. `checkMoves` gives the same answer for these as for all of them.
 *
 * @example
 * const near = factsNear(facts)([move(monday, 'bo', 'cy')])
 * near.seats.map(({ employeeId }) => employeeId) // hanna's next Monday lies too far off to matter
 * //=> ['hanna', 'bo']
 */
export function factsNear(facts: SwapFacts): FactsNear {
  const places = new Map(facts.seats.map((seat, place) => [seat, place]))
  const byPerson = groupBy(facts.seats, ({ employeeId }) => employeeId)
  const personOf = new Map(facts.people.map((person) => [person.id, person]))
  const shiftOf = new Map(facts.shifts.map((shift) => [shift.id, shift]))
  const besideOf = seatsBeside(facts.seats)
  const beside = remembered((span: Move) => besideOf(span))
  return (moves) => {
    const holders = [...new Set(moves.flatMap(({ from, to }) => (from === null ? [to] : [from, to])))]
    const found = new Set([
      ...moves.flatMap(beside),
      ...holders.flatMap((employeeId) => byPerson.get(employeeId) ?? [])
    ])
    const seats = [...found].sort((a, b) => places.get(a)! - places.get(b)!)
    const present = new Set([...holders, ...seats.map(({ employeeId }) => employeeId)])
    const people = [...present].map((id) => personOf.get(id)).filter(isKnown)
    const shifts = [...new Set(moves.map(({ shiftId }) => shiftId))].map((id) => shiftOf.get(id))
    return { ...facts, seats, people, shifts: shifts.filter(isKnown) }
  }
}

/** Finds the seats of a shift or at its time among those that begin so early that they could last until then. */
function seatsBeside(seats: readonly SwapSeat[]): (span: Move) => SwapSeat[] {
  const byStart = seats.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const longest = Math.max(0, ...seats.map(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime()))
  const ofShift = groupBy(seats, ({ shiftId }) => shiftId)
  return (span) => {
    const from = firstFrom(byStart, span.startsAt.getTime() - longest)
    const found: SwapSeat[] = []
    for (let at = from; at < byStart.length && byStart[at]!.startsAt < span.endsAt; at++) {
      if (overlaps(byStart[at]!, span)) found.push(byStart[at]!)
    }
    return [...found, ...(ofShift.get(span.shiftId) ?? [])]
  }
}

/** The place of the first that starts at an instant or later. */
function firstFrom(byStart: readonly SwapSeat[], instant: number): number {
  let [low, high] = [0, byStart.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (byStart[middle]!.startsAt.getTime() < instant) low = middle + 1
    else high = middle
  }
  return low
}

const isKnown = <Thing>(thing: Thing | undefined): thing is Thing => thing !== undefined

/** Most questions of a row are about one span: who is beside it is looked up once. */
function remembered(look: (span: Move) => SwapSeat[]): (span: Move) => SwapSeat[] {
  let last: { span: Move; seats: SwapSeat[] } | null = null
  return (span) => {
    const isSame =
      last?.span.shiftId === span.shiftId &&
      +last.span.startsAt === +span.startsAt &&
      +last.span.endsAt === +span.endsAt
    if (!last || !isSame) last = { span, seats: look(span) }
    return last.seats
  }
}
