import { type Mixture, placeOf, ROOM } from './mixture.ts'
import { goTogether } from './moves.ts'
import type { Random } from './random.ts'
import { type Seats, seat, unseat } from './seats.ts'

/** Who holds a smaller share than this of any schedule is in doubt. */
const SURE = 0.9

/**
 * Seats everybody on one of their schedules in a plan in fractions, drawn by share. What this breaks between people is for
 * the market to mend; a person's own rules hold. Gives those who are in doubt, and all whose locks or whose days that run
 * against the clock need looking at again.
 */
export function drawPlan(seats: Seats, mixture: Mixture, random: Random): Int32Array {
  const { model } = seats
  const doubtful: number[] = []
  for (let p = 0; p < seats.model.people; p++) {
    while (seats.heldCount[p]! > 0)
      unseat(seats, p, seats.held[seats.heldFrom[p]! + seats.heldCount[p]! - 1]!)
    const k = drawSchedule(mixture, p, random)
    const at = placeOf(mixture, p, k)
    const wanted = mixture.shifts.subarray(at, at + mixture.size[p * ROOM + k]!)
    for (let pair = seats.model.pairFrom[p]!; pair < seats.model.pairFrom[p + 1]!; pair++) {
      if (wanted.includes(seats.model.pairShift[pair]!) && hasRoom(seats, p, pair)) seat(seats, p, pair)
    }
    if (!isSure(mixture, p) || model.irregular[p] || model.locked.has(p)) doubtful.push(p)
  }
  return Int32Array.from(doubtful)
}

function isSure({ count, share }: Mixture, p: number): boolean {
  for (let k = 0; k < count[p]!; k++) if (share[p * ROOM + k]! >= SURE) return true
  return false
}

const FINE = 1 << 20

function drawSchedule({ count, share }: Mixture, p: number, random: Random): number {
  let left = random(FINE) / FINE
  for (let k = 0; k < count[p]!; k++) {
    left -= share[p * ROOM + k]!
    if (left < 0) return k
  }
  return 0
}

/** Where days run against the clock a fraction's schedule may be one that the person may not work. */
function hasRoom({ model, held, heldFrom, heldCount }: Seats, p: number, pair: number): boolean {
  const from = heldFrom[p]!
  if (from + heldCount[p]! >= heldFrom[p + 1]!) return false
  const { spacingDays } = model.problem.people[p]!
  const s = model.pairShift[pair]!
  return held
    .subarray(from, from + heldCount[p]!)
    .every((other) => goTogether(model, spacingDays, s, model.pairShift[other]!))
}
