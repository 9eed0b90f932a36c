import { CROWDS, hold, leadOf, type Mixture, placeOf, ROOM, teamPrice, want } from './mixture.ts'
import { HOST } from './model.ts'

/** Shares below this are nothing, and schedules that differ by less than this (in `scale`) cost the same. */
const NOTHING = 1e-9
const SAME = 0.5

/** What schedule k costs person p at the prices of the moment. */
export function scheduleCostNow(mixture: Mixture, p: number, k: number): number {
  const { model, spans, shifts, seat, host, lead, isTight } = mixture
  const at = placeOf(mixture, p, k)
  const end = at + mixture.size[p * ROOM + k]!
  const kind = model.kind[p]!
  const leads = leadOf(kind)
  const { team } = model.problem.people[p]!
  let cost = mixture.cost[p * ROOM + k]!
  for (let i = at; i < end; i++) cost -= seat[shifts[i]!]!
  if (kind & HOST) for (let i = at; i < end; i++) cost -= host[shifts[i]!]!
  if (leads !== 0) for (let i = at; i < end; i++) cost -= leads * lead[shifts[i]!]!
  if (!isTight[team]) return cost
  for (let i = at; i < end; i++) {
    const s = shifts[i]!
    for (let span = spans.first[s]!; span < spans.after[s]!; span++)
      cost += teamPrice(mixture, team * spans.count + span)
  }
  return cost
}

/** What crowd i costs shift s at the prices of the moment. */
export function crowdCostNow(mixture: Mixture, s: number, i: number): number {
  const people = mixture.crowd[s * CROWDS + i]!
  const hosts = people > 0 ? mixture.host[s]! * mixture.model.problem.shifts[s]!.hosts : 0
  return mixture.crowdCost[s * CROWDS + i]! + mixture.seat[s]! * people + hosts
}

/**
 * A person gives some of the dearest schedule they hold for their cheapest: as much as is best, given that prices answer.
 * Gives how far apart the two were.
 */
export function haggle(mixture: Mixture, p: number): number {
  const { count, share } = mixture
  if (count[p]! < 2) return 0
  let best = 0
  let worst = -1
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let k = 0; k < count[p]!; k++) {
    const cost = scheduleCostNow(mixture, p, k)
    if (cost < least) {
      best = k
      least = cost
    }
    if (cost > most && share[p * ROOM + k]! > 0) {
      worst = k
      most = cost
    }
  }
  if (most - least < SAME) return 0
  const had = share[p * ROOM + worst]!
  const by = Math.min(had, (most - least) / bendOf(mixture, p, best, worst))
  hold(mixture, p, worst, -by)
  hold(mixture, p, best, by)
  if (had - by < NOTHING) share[p * ROOM + worst] = 0
  return most - least
}

/** How fast prices answer when one schedule is given for another: the pulls of what both do not share. */
function bendOf(mixture: Mixture, p: number, a: number, b: number): number {
  return Math.max(SAME, bendBeside(mixture, p, a, b) + bendBeside(mixture, p, b, a))
}

function bendBeside(mixture: Mixture, p: number, a: number, b: number): number {
  const { model, spans, shifts, host, lead, isTight, seatPull, hostPull, leadPull, teamPull } = mixture
  const at = placeOf(mixture, p, a)
  const beside = placeOf(mixture, p, b)
  const kind = model.kind[p]!
  const leads = leadOf(kind)
  const { team } = model.problem.people[p]!
  let bend = 0
  for (let i = at; i < at + mixture.size[p * ROOM + a]!; i++) {
    const s = shifts[i]!
    if (includes(shifts, beside, mixture.size[p * ROOM + b]!, s)) continue
    bend += seatPull[s]!
    if (kind & HOST && host[s]! > 0) bend += hostPull[s]!
    if (leads !== 0 && lead[s]! > 0) bend += leadPull[s]!
    if (!isTight[team]) continue
    for (let span = spans.first[s]!; span < spans.after[s]!; span++)
      if (teamPrice(mixture, team * spans.count + span) > 0) bend += teamPull[team * spans.count + span]!
  }
  return bend
}

function includes(list: Int32Array, from: number, size: number, wanted: number): boolean {
  for (let i = from; i < from + size; i++) if (list[i] === wanted) return true
  return false
}

/** A shift gives some of the dearest crowd it wants for its cheapest, in the same way. */
export function haggleShift(mixture: Mixture, s: number): number {
  const { crowds, crowd, crowdShare, model } = mixture
  const first = s * CROWDS
  let best = 0
  let worst = -1
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < crowds[s]!; i++) {
    const cost = crowdCostNow(mixture, s, i)
    if (cost < least) {
      best = i
      least = cost
    }
    if (cost > most && crowdShare[first + i]! > 0) {
      worst = i
      most = cost
    }
  }
  if (most - least < SAME) return 0
  const people = crowd[first + best]! - crowd[first + worst]!
  const opens = crowd[first + best] === 0 || crowd[first + worst] === 0
  const bend =
    people ** 2 * mixture.seatPull[s]! +
    (opens ? model.problem.shifts[s]!.hosts ** 2 * mixture.hostPull[s]! : 0)
  const had = crowdShare[first + worst]!
  const by = Math.min(had, (most - least) / Math.max(SAME, bend))
  want(mixture, s, worst, -by)
  want(mixture, s, best, by)
  if (had - by < NOTHING) crowdShare[first + worst] = 0
  return most - least
}
