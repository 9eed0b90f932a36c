import { isBroken } from './hard-cost.ts'
import { personCost } from './keep.ts'
import { type Arcs, addArc, addMoves, dropArcs, emptyArcs } from './moves.ts'
import type { Prices } from './prices.ts'
import { coverCost, type Seats, seat, unseat } from './seats.ts'

/** Beyond so many arcs only cheaper ones are looked at, by this factor at a time: memory and time stay bounded. */
const MOST_ARCS = 600_000
const CHEAPER = 0.8

/** Arcs are sorted by one whole number each, made of cost (no more than told apart, either way) and place. */
const KEY_ROOM = 2 ** 21
const MOST_COST = 2 ** 31

/** After so many cycles in a row that broke a rule or gained nothing, the rest is not worth the time. */
const PATIENCE = 40

/**
 * Improves a legal plan along negative cycles of the exchange graph: chains of moves through any number of people. Gives the
 * sum of the improvements (negative, in `scale`). Only moves that cost less than `ceiling` beyond their prices are looked
 * at, and only those of `people` when given; each person moves once at most.
 */
export function improveByChains(
  seats: Seats,
  prices: Prices,
  ceiling: number,
  stop: () => boolean,
  people: Iterable<number> = seats.heldCount.keys()
): number {
  const arcs = emptyArcs()
  let seen = 0
  let limit = ceiling
  for (const p of people) {
    if ((seen++ & 31) === 0 && stop()) return 0
    addMoves(arcs, seats, prices, p, limit)
    if (arcs.size < MOST_ARCS) continue
    limit *= CHEAPER
    dropArcs(arcs, limit)
  }
  addSeatArcs(arcs, seats, prices, ceiling)
  const graph = graphOf(arcs, 2 * seats.model.shifts + 1)
  let gained = 0
  let fresh = true
  let failed = 0
  while (!stop() && failed <= PATIENCE) {
    const cycles = findCycles(graph, stop)
    const before = gained
    for (const cycle of cycles) gained += tryCycle(seats, graph, cycle)
    failed = gained < before ? 0 : failed + cycles.length
    if (cycles.length > 0) {
      fresh = false
      forgetSpent(graph, cycles)
    } else if (fresh) break
    else fresh = resetLabels(graph)
  }
  return gained
}

type Graph = {
  /** node after node, the cheapest first; those of node v from `first[v]` */
  readonly arcs: Arcs
  readonly nodes: number
  readonly first: Int32Array
  readonly spent: Uint8Array
  readonly spentPeople: Set<number>
  /** never above nothing: what the cheapest chain so far that ends here has gained */
  readonly label: Float64Array
  readonly parent: Int32Array
  readonly hot: Uint8Array
}

/** Seats that a shift gains or loses, and a host's arrival that frees somebody else of the shift. */
function addSeatArcs(arcs: Arcs, seats: Seats, prices: Prices, ceiling: number): void {
  const { model } = seats
  const hub = 2 * model.shifts
  for (let s = 0; s < model.shifts; s++) {
    const n = seats.people[s]!
    const now = coverCost(model, s, n)
    const price = prices.seat[s]!
    if (n < model.problem.shifts[s]!.max)
      push(arcs, s, hub, coverCost(model, s, n + 1) - now + price, ceiling)
    if (n > 0) push(arcs, hub, s, coverCost(model, s, n - 1) - now - price, ceiling)
    push(arcs, s + model.shifts, s, prices.host[s]!, Number.POSITIVE_INFINITY)
  }
}

function push(arcs: Arcs, from: number, to: number, cost: number, ceiling: number): void {
  if (cost < ceiling) addArc(arcs, from, to, cost, -1, -1, -1)
}

function graphOf(listed: Arcs, nodes: number): Graph {
  const first = new Int32Array(nodes + 1)
  for (let a = 0; a < listed.size; a++) first[listed.from[a]! + 1]!++
  for (let v = 0; v < nodes; v++) first[v + 1]! += first[v]!
  const next = first.slice()
  const keys = new Float64Array(listed.size)
  for (let a = 0; a < listed.size; a++) {
    const cost = Math.max(-MOST_COST, Math.min(MOST_COST, Math.round(listed.cost[a]!)))
    keys[next[listed.from[a]!]!++] = cost * KEY_ROOM + a
  }
  for (let v = 0; v < nodes; v++) keys.subarray(first[v]!, first[v + 1]!).sort()
  return {
    arcs: inOrder(listed, keys),
    nodes,
    first,
    spent: new Uint8Array(listed.size),
    spentPeople: new Set<number>(),
    label: new Float64Array(nodes),
    parent: new Int32Array(nodes).fill(-1),
    hot: new Uint8Array(nodes).fill(1)
  }
}

/** The same arcs laid out in the order of their keys: the search runs along them. */
function inOrder({ from, to, cost, person, out, into }: Arcs, keys: Float64Array): Arcs {
  const size = keys.length
  const ints = () => new Int32Array(size)
  const arcs = {
    size,
    from: ints(),
    to: ints(),
    cost: new Float64Array(size),
    person: ints(),
    out: ints(),
    into: ints()
  }
  for (let i = 0; i < size; i++) {
    const a = keys[i]! - Math.floor(keys[i]! / KEY_ROOM) * KEY_ROOM
    arcs.from[i] = from[a]!
    arcs.to[i] = to[a]!
    arcs.cost[i] = cost[a]!
    arcs.person[i] = person[a]!
    arcs.out[i] = out[a]!
    arcs.into[i] = into[a]!
  }
  return arcs
}

function resetLabels({ label, parent, hot }: Graph): true {
  label.fill(0)
  parent.fill(-1)
  hot.fill(1)
  return true
}

/** Chains through what was just used are no longer to be had: the search begins anew at their nodes. */
function forgetSpent(graph: Graph, cycles: readonly number[][]): void {
  const { arcs, nodes, label, parent, hot, spent, spentPeople } = graph
  const forget = (v: number) => {
    label[v] = 0
    parent[v] = -1
    hot[v] = 1
  }
  for (const cycle of cycles) for (const a of cycle) forget(arcs.to[a]!)
  for (let v = 0; v < nodes; v++) {
    const a = parent[v]!
    if (a >= 0 && (spent[a] || spentPeople.has(arcs.person[a]!))) forget(v)
  }
}

/**
 * Label-correcting search from all nodes at once; gives the cycles that close in the tree of parents, each a list of arcs.
 * Every negative cycle has a node from which all its partial sums are negative, so that a chain which has gained nothing
 * need not be followed: the dear end of a node's arcs is never looked at.
 */
function findCycles(graph: Graph, stop: () => boolean): number[][] {
  const { nodes, hot } = graph
  for (let pass = 0; pass < nodes && !stop(); pass++) {
    let changed = false
    for (let v = 0; v < nodes; v++) {
      if (!hot[v]) continue
      hot[v] = 0
      changed = relax(graph, v) || changed
    }
    if (!changed) return []
    const cycles = parentCycles(graph)
    if (cycles.length > 0) return cycles
  }
  return []
}

function relax(graph: Graph, v: number): boolean {
  const { arcs, first, spent, spentPeople, label, parent, hot } = graph
  const { cost, to: toNode, person } = arcs
  const gained = label[v]!
  const end = first[v + 1]!
  let changed = false
  for (let a = first[v]!; a < end; a++) {
    const reached = gained + cost[a]!
    if (reached >= 0) break
    if (spent[a]) continue
    const to = toNode[a]!
    if (reached > label[to]! - 0.5) continue
    if (spentPeople.has(person[a]!)) {
      spent[a] = 1
      continue
    }
    label[to] = reached
    parent[to] = a
    hot[to] = 1
    changed = true
  }
  return changed
}

function parentCycles({ arcs, nodes, parent }: Graph): number[][] {
  const seen = new Int32Array(nodes)
  const cycles: number[][] = []
  for (let root = 0; root < nodes; root++) {
    let v = root
    while (v >= 0 && seen[v] === 0) {
      seen[v] = root + 1
      v = parent[v]! >= 0 ? arcs.from[parent[v]!]! : -1
    }
    if (v < 0 || seen[v] !== root + 1) continue
    const cycle: number[] = []
    let w = v
    do {
      cycle.push(parent[w]!)
      w = arcs.from[parent[w]!]!
    } while (w !== v)
    cycles.push(cycle)
  }
  return cycles
}

/** Makes all moves of a cycle, looks whether it was legal and worth it, and takes it back if not. */
function tryCycle(seats: Seats, graph: Graph, cycle: readonly number[]): number {
  const { arcs, spentPeople, spent } = graph
  const moving = cycle.filter((a) => arcs.person[a]! >= 0)
  const people = new Set(moving.map((a) => arcs.person[a]!))
  if (people.size < moving.length || [...people].some((p) => spentPeople.has(p))) {
    spendWorst(graph, cycle)
    return 0
  }
  const shifts = touched(seats, arcs, moving)
  const before = costAround(seats, people, shifts)
  for (const a of moving) if (arcs.out[a]! >= 0) unseat(seats, arcs.person[a]!, arcs.out[a]!)
  for (const a of moving) if (arcs.into[a]! >= 0) seat(seats, arcs.person[a]!, arcs.into[a]!)
  const after = costAround(seats, people, shifts)
  if (after < before && isLegal(seats, people, shifts)) {
    for (const p of people) spentPeople.add(p)
    return after - before
  }
  for (const a of moving) if (arcs.into[a]! >= 0) unseat(seats, arcs.person[a]!, arcs.into[a]!)
  for (const a of moving) if (arcs.out[a]! >= 0) seat(seats, arcs.person[a]!, arcs.out[a]!)
  if (moving.length > 0) spendWorst(graph, cycle)
  else for (const a of cycle) spent[a] = 1
  return 0
}

/** A cycle that cannot be had loses one of its arcs, so that the search goes on without it. */
function spendWorst({ arcs, spent }: Graph, cycle: readonly number[]): void {
  let worst = cycle[0]!
  for (const a of cycle)
    if (arcs.person[a]! >= 0 && (arcs.person[worst]! < 0 || arcs.cost[a]! > arcs.cost[worst]!)) worst = a
  spent[worst] = 1
}

function touched(seats: Seats, arcs: Arcs, moving: readonly number[]): Set<number> {
  const shifts = new Set<number>()
  for (const a of moving) {
    if (arcs.out[a]! >= 0) shifts.add(seats.model.pairShift[arcs.out[a]!]!)
    if (arcs.into[a]! >= 0) shifts.add(seats.model.pairShift[arcs.into[a]!]!)
  }
  return shifts
}

/** What these people and shifts cost as they stand. */
export function costAround(seats: Seats, people: Iterable<number>, shifts: Iterable<number>): number {
  let cost = 0
  for (const p of people) cost += personCost(seats, p)
  for (const s of shifts) cost += coverCost(seats.model, s, seats.people[s]!)
  return cost
}

function isLegal(seats: Seats, people: Iterable<number>, shifts: Iterable<number>): boolean {
  const { model, spans, onSpan } = seats
  for (const s of shifts) if (isBroken(seats, s)) return false
  for (const p of people) {
    const team = model.problem.people[p]!.team
    const cap = model.problem.teamCaps[team]!
    for (let i = 0; i < seats.heldCount[p]!; i++) {
      const s = model.pairShift[seats.held[seats.heldFrom[p]! + i]!]!
      for (let span = spans.first[s]!; span < spans.after[s]!; span++) {
        if (onSpan[team * spans.count + span]! > cap) return false
      }
    }
  }
  return true
}
