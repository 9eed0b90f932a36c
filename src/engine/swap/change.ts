import type { Interval } from '../time/local.ts'
import { applyMoves } from './apply-moves.ts'
import type { Move, SwapFacts, SwapPerson, SwapSeat, SwapShift, SwapViolation } from './swap-facts.ts'

/** Seats that change hands, with who they are about and what is held before and after. */
export type Change = {
  facts: SwapFacts
  moves: readonly Move[]
  before: readonly SwapSeat[]
  after: readonly SwapSeat[]
  shiftOf: (id: string) => SwapShift
  personOf: (id: string) => SwapPerson
}

/** A hard rule: every way in which the change breaks it. An empty list means it is kept. */
export type ChangeRule = (change: Change) => SwapViolation[]

/**
 * Lays out a change for the rules.
 *
 * @example
 * changeOf(facts, [move(monday, 'bo', 'cy')]).after.map(({ employeeId }) => employeeId)
 * //=> ['hanna', 'hanna', 'amara', 'cy']
 */
export function changeOf(facts: SwapFacts, moves: readonly Move[]): Change {
  const shifts = new Map(facts.shifts.map((shift) => [shift.id, shift]))
  const people = new Map(facts.people.map((person) => [person.id, person]))
  return {
    facts,
    moves,
    before: facts.seats,
    after: applyMoves(facts.seats, moves, facts.shifts),
    shiftOf: (id) => known(shifts.get(id), id),
    personOf: (id) => known(people.get(id), id)
  }
}

function known<Thing>(thing: Thing | undefined, id: string): Thing {
  if (thing === undefined) throw new RangeError(`the facts do not tell of ${id}`)
  return thing
}

/**
 * Lists the instants of a span at which somebody starts or stops: between two of them nothing changes.
 *
 * @example
 * momentsOf(monday, [on(monday, 'bo'), on(monday, 'cy', afternoon)])
 * //=> [monday.startsAt, afternoon.startsAt]
 */
export function momentsOf(span: Interval, seats: readonly Interval[]): Date[] {
  const inside = seats
    .flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
    .filter((at) => span.startsAt.getTime() < at && at < span.endsAt.getTime())
  return [...new Set([span.startsAt.getTime(), ...inside])].sort((a, b) => a - b).map((at) => new Date(at))
}
