import { EXPERIENCED, HOST, NEWCOMER } from './model.ts'
import { type Seats, seat, teamIsFull, unseat } from './seats.ts'

/**
 * Turns what the market agreed on into a legal plan by leaving out what breaks a rule: hosts sit down first, then the
 * experienced, then everyone else, newcomers last; nobody sits where the rules forbid it at their turn. Locks are kept.
 */
export function legalise(seats: Seats): void {
  const { model } = seats
  const wanted: number[][] = [[], [], [], []]
  const owner = new Map<number, number>()
  for (let p = 0; p < model.people; p++) {
    const kind = model.kind[p]!
    const turn = kind & HOST ? 0 : kind & NEWCOMER ? 3 : kind & EXPERIENCED ? 1 : 2
    while (seats.heldCount[p]! > 0) {
      const pair = seats.held[seats.heldFrom[p]! + seats.heldCount[p]! - 1]!
      unseat(seats, p, pair)
      if (model.locked.get(p)?.includes(pair)) continue
      wanted[turn]!.push(pair)
      owner.set(pair, p)
    }
  }
  for (const [p, pairs] of model.locked) for (const pair of pairs) seat(seats, p, pair)
  const hostsLeft = hostsWanted(seats, wanted[0]!)
  for (const [turn, pairs] of wanted.entries()) {
    for (const pair of pairs) {
      const p = owner.get(pair)!
      if (maySit(seats, p, pair, turn === 0 ? hostsLeft : undefined)) seat(seats, p, pair)
    }
  }
}

function hostsWanted(seats: Seats, pairs: readonly number[]): Int32Array {
  const hosts = seats.hosts.slice()
  for (const pair of pairs) hosts[seats.model.pairShift[pair]!]!++
  return hosts
}

function maySit(seats: Seats, p: number, pair: number, hostsToCome?: Int32Array): boolean {
  const { model } = seats
  const s = model.pairShift[pair]!
  const shift = model.problem.shifts[s]!
  const kind = model.kind[p]!
  const hosts = hostsToCome ? hostsToCome[s]! : seats.hosts[s]!
  if (hosts < shift.hosts || seats.people[s]! >= shift.max) return false
  if ((kind & (EXPERIENCED | NEWCOMER)) === NEWCOMER && seats.lead[s]! < 1) return false
  return !teamIsFull(seats, model.problem.people[p]!.team, s)
}
