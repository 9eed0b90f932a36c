import { EXPERIENCED, HOST, type Model, NEWCOMER } from './model.ts'

/**
 * Who holds what, with the counts that the rules between people need: per shift everyone, hosts, and experienced less
 * newcomers; per team and shift, the most of the team on at any instant of the shift.
 */
export type Seats = {
  readonly model: Model
  readonly heldFrom: Int32Array
  readonly heldCount: Uint16Array
  /** pairs held: those of person p from `heldFrom[p]`, `heldCount[p]` of them */
  readonly held: Int32Array
  readonly people: Int32Array
  readonly hosts: Int32Array
  readonly lead: Int32Array
  /** elementary spans of time a shift covers, and how many of each team are on in each */
  readonly spans: Spans
  readonly onSpan: Uint16Array
}

/** The horizon cut at every start and end of a shift. */
export type Spans = { readonly count: number; readonly first: Int32Array; readonly after: Int32Array }

/** An empty plan. */
export function emptySeats(model: Model): Seats {
  const heldFrom = new Int32Array(model.people + 1)
  for (let p = 0; p < model.people; p++) {
    heldFrom[p + 1] = heldFrom[p]! + (model.loads[model.loadsOfPerson[p]!]?.mostShifts ?? 0)
  }
  const spans = spansOf(model)
  return {
    model,
    heldFrom,
    heldCount: new Uint16Array(model.people),
    held: new Int32Array(heldFrom[model.people]!),
    people: new Int32Array(model.shifts),
    hosts: new Int32Array(model.shifts),
    lead: new Int32Array(model.shifts),
    spans,
    onSpan: new Uint16Array(model.problem.teamCaps.length * spans.count)
  }
}

function spansOf({ problem }: Model): Spans {
  const cuts = [...new Set(problem.shifts.flatMap((shift) => [shift.start, shift.end]))].sort((a, b) => a - b)
  const place = new Map(cuts.map((at, i) => [at, i]))
  const first = Int32Array.from(problem.shifts, (shift) => place.get(shift.start)!)
  const after = Int32Array.from(problem.shifts, (shift) => place.get(shift.end)!)
  return { count: Math.max(1, cuts.length), first, after }
}

/** Puts a person's pair into the plan. The caller answers for the rules. */
export function seat(seats: Seats, p: number, pair: number): void {
  seats.held[seats.heldFrom[p]! + seats.heldCount[p]!++] = pair
  count(seats, p, seats.model.pairShift[pair]!, 1)
}

/** Takes a person's pair out of the plan. */
export function unseat(seats: Seats, p: number, pair: number): void {
  const from = seats.heldFrom[p]!
  const last = from + --seats.heldCount[p]!
  let at = from
  while (seats.held[at] !== pair) at++
  seats.held[at] = seats.held[last]!
  count(seats, p, seats.model.pairShift[pair]!, -1)
}

/** Takes everything from a person. */
export function unseatAll(seats: Seats, p: number): void {
  const from = seats.heldFrom[p]!
  while (seats.heldCount[p]! > 0) unseat(seats, p, seats.held[from + seats.heldCount[p]! - 1]!)
}

function count(seats: Seats, p: number, s: number, by: number): void {
  const { model, spans, onSpan } = seats
  const kind = model.kind[p]!
  seats.people[s]! += by
  if (kind & HOST) seats.hosts[s]! += by
  if (kind & EXPERIENCED) seats.lead[s]! += by
  if (kind & NEWCOMER) seats.lead[s]! -= by
  const row = model.problem.people[p]!.team * spans.count
  for (let span = spans.first[s]!; span < spans.after[s]!; span++) onSpan[row + span]! += by
}

/** Whether one more of the team would go over its cap at some instant of the shift. */
export function teamIsFull(seats: Seats, team: number, s: number): boolean {
  const { spans, onSpan, model } = seats
  const cap = model.problem.teamCaps[team]!
  const row = team * spans.count
  const after = row + spans.after[s]!
  for (let at = row + spans.first[s]!; at < after; at++) if (onSpan[at]! >= cap) return true
  return false
}

/** What a shift costs with so many people: its seats short of the minimum and of the desired number. */
export function coverCost(model: Model, s: number, people: number): number {
  const { weights, shifts } = model.problem
  const shift = shifts[s]!
  const short =
    weights.min * Math.max(0, shift.min - people) + weights.desired * Math.max(0, shift.desired - people)
  return Math.round(short * (shift.worth ?? 1) * model.scale)
}

/** The plan as lists of shift indices, ascending. */
export function assignmentsOf(seats: Seats): number[][] {
  const { model } = seats
  return Array.from({ length: model.people }, (_, p) => {
    const from = seats.heldFrom[p]!
    const pairs = seats.held.subarray(from, from + seats.heldCount[p]!)
    return Array.from(pairs, (pair) => model.pairShift[pair]!).sort((a, b) => a - b)
  })
}
