import { EXPERIENCED, HOST, KINDS, NEWCOMER } from './model.ts'
import { MUST, type Oracle } from './oracle.ts'
import { coverCost, type Seats } from './seats.ts'

/**
 * Tells the oracle what one more person on a shift truly costs now, by kind; `Infinity` where a rule forbids them. On a
 * shift that breaks a rule as it stands (its only host was just taken away), whoever mends it earns `MUST`.
 */
export function setHardCost(seats: Seats, oracle: Oracle, s: number): void {
  const { model, people, hosts, lead } = seats
  const shift = model.problem.shifts[s]!
  const n = people[s]!
  const lacking = n > 0 ? Math.max(0, shift.hosts - hosts[s]!) + Math.max(0, -lead[s]!) : 0
  const cover = n < shift.max ? coverCost(model, s, n + 1) - coverCost(model, s, n) : Number.POSITIVE_INFINITY
  for (let kind = 0; kind < KINDS; kind++) {
    const hostsThen = hosts[s]! + (kind & HOST ? 1 : 0)
    const leadThen = lead[s]! + (kind & EXPERIENCED ? 1 : 0) - (kind & NEWCOMER ? 1 : 0)
    const lackingThen = Math.max(0, shift.hosts - hostsThen) + Math.max(0, -leadThen)
    const mayJoin = lackingThen === 0 || lackingThen < lacking
    const cost = mayJoin ? (lackingThen < lacking ? cover - MUST : cover) : Number.POSITIVE_INFINITY
    oracle.shiftCost[kind * model.shifts + s] = cost
  }
}

/** The same for every shift. */
export function setHardCosts(seats: Seats, oracle: Oracle): void {
  for (let s = 0; s < seats.model.shifts; s++) setHardCost(seats, oracle, s)
}

/** Whether a shift breaks a rule between its people: too many, too few hosts, newcomers not outnumbered. */
export function isBroken(seats: Seats, s: number): boolean {
  const shift = seats.model.problem.shifts[s]!
  const n = seats.people[s]!
  return n > 0 && (n > shift.max || seats.hosts[s]! < shift.hosts || seats.lead[s]! < 0)
}
