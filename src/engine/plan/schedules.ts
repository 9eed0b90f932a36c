import { scheduleCostNow } from './haggle.ts'
import { hold, type Mixture, placeOf, ROOM } from './mixture.ts'

/** Remembers a schedule of person p: its shifts, ascending, and what it costs apart from prices. Says as which. */
export function remember(mixture: Mixture, p: number, shifts: Int32Array, cost: number): number {
  const known = findKnown(mixture, p, shifts)
  if (known >= 0) return known
  const k = makeRoom(mixture, p)
  mixture.shifts.set(shifts, placeOf(mixture, p, k))
  mixture.size[p * ROOM + k] = shifts.length
  mixture.cost[p * ROOM + k] = cost
  mixture.share[p * ROOM + k] = 0
  return k
}

function findKnown(mixture: Mixture, p: number, shifts: Int32Array): number {
  for (let k = 0; k < mixture.count[p]!; k++) {
    if (mixture.size[p * ROOM + k] !== shifts.length) continue
    const at = placeOf(mixture, p, k)
    let i = 0
    while (i < shifts.length && mixture.shifts[at + i] === shifts[i]) i++
    if (i === shifts.length) return k
  }
  return -1
}

/** An empty place, or that of the dearest schedule nobody holds a share of, or of the smallest share (which moves on). */
function makeRoom(mixture: Mixture, p: number): number {
  const { count, share } = mixture
  if (count[p]! < ROOM) return count[p]!++
  let idle = -1
  let most = Number.NEGATIVE_INFINITY
  let least = 0
  for (let k = 0; k < ROOM; k++) {
    if (share[p * ROOM + k]! < share[p * ROOM + least]!) least = k
    if (share[p * ROOM + k]! > 0) continue
    const cost = scheduleCostNow(mixture, p, k)
    if (cost <= most) continue
    idle = k
    most = cost
  }
  if (idle >= 0) return idle
  const left = share[p * ROOM + least]!
  hold(mixture, p, least, -left)
  hold(mixture, p, least === 0 ? 1 : 0, left)
  return least
}
