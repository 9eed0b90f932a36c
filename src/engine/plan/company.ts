import { isBroken } from './hard-cost.ts'
import { EXPERIENCED, HOST, NEWCOMER } from './model.ts'
import { goTogether } from './moves.ts'
import { type Seats, seat, teamIsFull, unseat } from './seats.ts'

const PATIENCE = 20000

/**
 * Finds company for people who are locked on shifts that lack a host or somebody experienced: tries all ways, the shift with
 * the fewest candidates first. Says whether every shift is whole now; if not, the seats are as they were.
 */
export function findCompany(seats: Seats): boolean {
  return mend(seats, { tries: PATIENCE })
}

type Candidate = { readonly p: number; readonly pair: number }

function mend(seats: Seats, left: { tries: number }): boolean {
  const broken = Array.from(seats.people.keys()).filter((s) => isBroken(seats, s))
  if (broken.length === 0) return true
  const choices = candidatesOf(seats, broken)
  const fewest = broken.reduce((a, b) => (choices.get(b)!.length < choices.get(a)!.length ? b : a))
  for (const { p, pair } of choices.get(fewest)!) {
    if (left.tries-- <= 0) return false
    seat(seats, p, pair)
    if (mend(seats, left)) return true
    unseat(seats, p, pair)
  }
  return false
}

function candidatesOf(seats: Seats, broken: readonly number[]): Map<number, Candidate[]> {
  const { model } = seats
  const choices = new Map(broken.map((s) => [s, [] as Candidate[]]))
  for (let p = 0; p < model.people; p++) {
    for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
      const there = choices.get(model.pairShift[pair]!)
      if (there && mends(seats, p, pair)) there.push({ p, pair })
    }
  }
  return choices
}

function mends(seats: Seats, p: number, pair: number): boolean {
  const { model } = seats
  const s = model.pairShift[pair]!
  const shift = model.problem.shifts[s]!
  const person = model.problem.people[p]!
  const kind = model.kind[p]!
  const isHostShort = seats.hosts[s]! < shift.hosts
  const lead = (kind & EXPERIENCED ? 1 : 0) - (kind & NEWCOMER ? 1 : 0)
  const helps = (isHostShort && (kind & HOST) !== 0) || (seats.lead[s]! < 0 && lead > 0)
  if (!helps || seats.people[s]! >= shift.max || seats.heldCount[p]! >= person.maxShifts) return false
  if (seats.heldFrom[p]! + seats.heldCount[p]! >= seats.heldFrom[p + 1]! || teamIsFull(seats, person.team, s))
    return false
  for (let i = 0; i < seats.heldCount[p]!; i++) {
    const other = model.pairShift[seats.held[seats.heldFrom[p]! + i]!]!
    if (other === s || !goTogether(model, person.spacingDays, s, other)) return false
  }
  return true
}
