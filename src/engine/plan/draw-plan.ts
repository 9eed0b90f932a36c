import { leadOf, type Mixture, placeOf, ROOM } from './mixture.ts'
import { HOST } from './model.ts'
import { goTogether } from './moves.ts'
import { type Random, shuffle } from './random.ts'
import { type Seats, seat, unseatAll } from './seats.ts'

/** Who holds a smaller share than this of any schedule is in doubt. */
const SURE = 0.9

/** What a seat too few or too many costs when schedules are picked, as a share of what a missing seat costs. */
const STIFF = 0.05

/** What is lacking while fractions are made whole, person by person. */
type Lack = Pick<Mixture, 'seatLack' | 'hostLack' | 'leadLack' | 'teamOver'>

/**
 * Seats everybody on one of their schedules in a plan in fractions: one after the other on the schedule that suits best what
 * is lacking by then, the others' fractions counted in; those in little doubt first. What this breaks between people is for
 * the market to mend; a person's own rules hold. Gives those who are in doubt, and all whose locks or whose days that run
 * against the clock need looking at again.
 */
export function drawPlan(seats: Seats, mixture: Mixture, random: Random): Int32Array {
  const { model } = seats
  const { seatLack, hostLack, leadLack, teamOver } = mixture
  const lack: Lack = {
    seatLack: seatLack.slice(),
    hostLack: hostLack.slice(),
    leadLack: leadLack.slice(),
    teamOver: teamOver.slice()
  }
  const doubtful: number[] = []
  for (const p of surestFirst(mixture, random)) {
    unseatAll(seats, p)
    const k = pickSchedule(mixture, lack, p)
    const at = placeOf(mixture, p, k)
    const wanted = mixture.shifts.subarray(at, at + mixture.size[p * ROOM + k]!)
    for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
      if (wanted.includes(model.pairShift[pair]!) && hasRoom(seats, p, pair)) seat(seats, p, pair)
    }
    if (mostShare(mixture, p) < SURE || model.irregular[p] || model.locked.has(p)) doubtful.push(p)
  }
  return Int32Array.from(doubtful)
}

function surestFirst(mixture: Mixture, random: Random): Int32Array {
  const { people } = mixture.model
  const order = Int32Array.from({ length: people }, (_, p) => p)
  shuffle(order, random)
  const sure = Float64Array.from({ length: people }, (_, p) => Math.round(10 * mostShare(mixture, p)))
  return order.sort((a, b) => sure[b]! - sure[a]!)
}

function mostShare({ count, share }: Mixture, p: number): number {
  let most = 0
  for (let k = 0; k < count[p]!; k++) most = Math.max(most, share[p * ROOM + k]!)
  return most
}

/** Takes a person's shares out of what is lacking, and puts the schedule in that costs least with it. */
function pickSchedule(mixture: Mixture, lack: Lack, p: number): number {
  const { count, share } = mixture
  for (let k = 0; k < count[p]!; k++) {
    const held = share[p * ROOM + k]!
    if (held !== 0) holdIn(mixture, lack, p, k, -held)
  }
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < count[p]!; k++) {
    const cost = costWith(mixture, lack, p, k)
    if (cost < least) {
      least = cost
      best = k
    }
  }
  holdIn(mixture, lack, p, best, 1)
  return best
}

/** Counts a share of a schedule in. */
function holdIn(mixture: Mixture, lack: Lack, p: number, k: number, by: number): void {
  const { model, spans, shifts, size } = mixture
  const at = placeOf(mixture, p, k)
  const kind = model.kind[p]!
  const row = model.problem.people[p]!.team * spans.count
  for (let i = at; i < at + size[p * ROOM + k]!; i++) {
    const s = shifts[i]!
    lack.seatLack[s]! -= by
    if (kind & HOST) lack.hostLack[s]! -= by
    lack.leadLack[s]! -= by * leadOf(kind)
    for (let span = spans.first[s]!; span < spans.after[s]!; span++) lack.teamOver[row + span]! += by
  }
}

/** What a schedule costs at the best prices and with what it makes lacking. */
function costWith(mixture: Mixture, lack: Lack, p: number, k: number): number {
  const { model, centre, spans, shifts } = mixture
  const stiff = STIFF * model.problem.weights.desired * model.scale
  const at = placeOf(mixture, p, k)
  const kind = model.kind[p]!
  const leads = leadOf(kind)
  const row = model.problem.people[p]!.team * spans.count
  let cost = mixture.cost[p * ROOM + k]!
  for (let i = at; i < at + mixture.size[p * ROOM + k]!; i++) {
    const s = shifts[i]!
    cost -= centre.seat[s]! + stiff * (lack.seatLack[s]! - 0.5)
    if (kind & HOST) cost -= Math.max(0, centre.host[s]! + stiff * (lack.hostLack[s]! - 0.5))
    if (leads !== 0) cost -= leads * Math.max(0, centre.lead[s]! + stiff * (lack.leadLack[s]! - 0.5))
    for (let span = spans.first[s]!; span < spans.after[s]!; span++)
      cost += Math.max(0, centre.teams[row + span]! + stiff * (lack.teamOver[row + span]! + 0.5))
  }
  return cost
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
