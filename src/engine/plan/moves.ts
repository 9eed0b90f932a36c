import { burdenCost } from './burden.ts'
import { EXPERIENCED, HOST, type Model, NEWCOMER } from './model.ts'
import type { Prices } from './prices.ts'
import type { Seats } from './seats.ts'

/**
 * Arcs of the exchange graph. Nodes: the seat of each shift, the host's seat of each shift (after all seats), and one hub.
 * Each arc is one person leaving one node's shift for another's, taking one more (from the hub) or dropping one (to it).
 * `cost` is the person's own change less what prices pay for it, so that around any cycle the costs add up to the true ones.
 */
export type Arcs = {
  size: number
  from: Int32Array
  to: Int32Array
  cost: Float64Array
  person: Int32Array
  out: Int32Array
  into: Int32Array
}

/** Room for arcs; grows as needed. */
export function emptyArcs(): Arcs {
  const ints = () => new Int32Array(1 << 12)
  return {
    size: 0,
    from: ints(),
    to: ints(),
    cost: new Float64Array(1 << 12),
    person: ints(),
    out: ints(),
    into: ints()
  }
}

/** Adds one arc. */
export function addArc(
  arcs: Arcs,
  from: number,
  to: number,
  cost: number,
  person: number,
  out: number,
  into: number
): void {
  if (arcs.size === arcs.from.length) grow(arcs)
  const at = arcs.size++
  arcs.from[at] = from
  arcs.to[at] = to
  arcs.cost[at] = cost
  arcs.person[at] = person
  arcs.out[at] = out
  arcs.into[at] = into
}

function grow(arcs: Arcs): void {
  const wider = (old: Int32Array) => {
    const row = new Int32Array(old.length * 2)
    row.set(old)
    return row
  }
  const cost = new Float64Array(arcs.cost.length * 2)
  cost.set(arcs.cost)
  arcs.cost = cost
  arcs.from = wider(arcs.from)
  arcs.to = wider(arcs.to)
  arcs.person = wider(arcs.person)
  arcs.out = wider(arcs.out)
  arcs.into = wider(arcs.into)
}

/** Keeps only the arcs cheaper than the ceiling. */
export function dropArcs(arcs: Arcs, ceiling: number): void {
  const { size } = arcs
  arcs.size = 0
  for (let a = 0; a < size; a++) {
    if (arcs.cost[a]! >= ceiling) continue
    addArc(arcs, arcs.from[a]!, arcs.to[a]!, arcs.cost[a]!, arcs.person[a]!, arcs.out[a]!, arcs.into[a]!)
  }
}

/** Whether one person may hold both shifts: rest and spacing. */
export function goTogether(model: Model, spacing: number, a: number, b: number): boolean {
  const { start, end, day, problem } = model
  const rest = start[a]! < start[b]! ? start[b]! - end[a]! : start[a]! - end[b]!
  return rest >= problem.restMinutes && Math.abs(day[a]! - day[b]!) >= spacing
}

const ALL = -1
const NONE = -2

/**
 * Lists every single move of person p whose cost is below `ceiling`. Moves that would leave a shift without its host or its
 * experienced people, or overfill a team, are left out, except that a host who is needed may be replaced by another host.
 */
export function addMoves(arcs: Arcs, seats: Seats, prices: Prices, p: number, ceiling: number): void {
  const { model } = seats
  const person = model.problem.people[p]!
  const from = seats.heldFrom[p]!
  const held = seats.heldCount[p]!
  const kind = model.kind[p]!
  const locked = model.locked.get(p)
  let minutes = 0
  let points = 0
  for (let i = from; i < from + held; i++) {
    const s = model.pairShift[seats.held[i]!]!
    minutes += model.end[s]! - model.start[s]!
    points += model.pairPoints[seats.held[i]!]!
  }
  const base = burdenCost(model, p, minutes, points)
  const hub = 2 * model.shifts
  const mayLeave = (pair: number) =>
    !locked?.includes(pair) && !leavesNewcomers(seats, kind, model.pairShift[pair]!)
  const leaveNode = (s: number) =>
    kind & HOST && seats.hosts[s]! <= model.problem.shifts[s]!.hosts ? s + model.shifts : s
  const paid = (s: number, node: number) => prices.seat[s]! + (node >= model.shifts ? prices.host[s]! : 0)
  for (let i = from; i < from + held; i++) {
    const pair = seats.held[i]!
    if (!mayLeave(pair)) continue
    const s = model.pairShift[pair]!
    const less = burdenCost(
      model,
      p,
      minutes - model.end[s]! + model.start[s]!,
      points - model.pairPoints[pair]!
    )
    const cost = less - base - model.pairCost[pair]! + paid(s, leaveNode(s))
    if (cost < ceiling) addArc(arcs, leaveNode(s), hub, cost, p, pair, -1)
  }
  const mayTakeMore = held < person.maxShifts && seats.heldFrom[p + 1]! - from > held
  for (let into = model.pairFrom[p]!; into < model.pairFrom[p + 1]!; into++) {
    const s = model.pairShift[into]!
    const clash = clashOf(seats, p, s, person.spacingDays)
    if (clash === NONE || !mayArrive(seats, kind, s)) continue
    const length = model.end[s]! - model.start[s]!
    const gain = model.pairPoints[into]!
    const node = kind & HOST ? s + model.shifts : s
    const price = model.pairCost[into]! - paid(s, node)
    if (clash === ALL && mayTakeMore && !isTeamFull(seats, person.team, s, -1)) {
      const cost = burdenCost(model, p, minutes + length, points + gain) - base + price
      if (cost < ceiling) addArc(arcs, hub, node, cost, p, -1, into)
    }
    for (let i = from; i < from + held; i++) {
      const out = seats.held[i]!
      if (clash >= 0 && clash !== i) continue
      const old = model.pairShift[out]!
      if (old === s || !mayLeave(out)) continue
      const then = minutes + length - model.end[old]! + model.start[old]!
      const back = leaveNode(old)
      const moved = points + gain - model.pairPoints[out]!
      const cost = burdenCost(model, p, then, moved) - base + price - model.pairCost[out]! + paid(old, back)
      if (cost >= ceiling || isTeamFull(seats, person.team, s, old)) continue
      addArc(arcs, back, node, cost, p, out, into)
    }
  }
}

/** Which held shift stands against shift s: its place, ALL when none does, NONE when more than one does or s is held. */
function clashOf(seats: Seats, p: number, s: number, spacing: number): number {
  const { model } = seats
  const from = seats.heldFrom[p]!
  let clash = ALL
  for (let i = from; i < from + seats.heldCount[p]!; i++) {
    const other = model.pairShift[seats.held[i]!]!
    if (other === s) return NONE
    if (goTogether(model, spacing, s, other)) continue
    if (clash !== ALL) return NONE
    clash = i
  }
  return clash
}

function leavesNewcomers(seats: Seats, kind: number, s: number): boolean {
  return (kind & (EXPERIENCED | NEWCOMER)) === EXPERIENCED && seats.lead[s] === 0
}

function mayArrive(seats: Seats, kind: number, s: number): boolean {
  const shift = seats.model.problem.shifts[s]!
  if (seats.hosts[s]! + (kind & HOST ? 1 : 0) < shift.hosts || shift.max === 0) return false
  return (kind & (EXPERIENCED | NEWCOMER)) !== NEWCOMER || seats.lead[s]! > 0
}

/** Whether the team is at its cap at some instant of s, not counting a shift that its person leaves. */
function isTeamFull(seats: Seats, team: number, s: number, leaving: number): boolean {
  const { spans, onSpan, model } = seats
  const cap = model.problem.teamCaps[team]!
  const row = team * spans.count
  for (let span = spans.first[s]!; span < spans.after[s]!; span++) {
    const own = leaving >= 0 && span >= spans.first[leaving]! && span < spans.after[leaving]! ? 1 : 0
    if (onSpan[row + span]! - own >= cap) return true
  }
  return false
}
