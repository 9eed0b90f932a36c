import { EXPERIENCED, HOST, type Model, NEWCOMER } from './model.ts'
import type { Prices } from './prices.ts'
import { coverCost, type Spans } from './seats.ts'

/** So many schedules of one person are remembered, and so many crowds of one shift matter (see `buy`). */
export const ROOM = 24
export const CROWDS = 5

/**
 * A plan in fractions: everybody holds shares of several schedules, every shift shares of several crowds (how many people it
 * has). What is lacking between the two pulls the prices away from their centre, each price by its own `pull` for every whole
 * seat. Where the shares cost least at those prices, the prices prove the most: this is the dual of a proximal bundle.
 */
export type Mixture = {
  readonly model: Model
  readonly spans: Spans
  /** schedule k of person p: its shifts from `(from[p] * ROOM + k * most)` on, the rest at `p * ROOM + k` */
  readonly from: Int32Array
  readonly shifts: Int32Array
  readonly size: Uint16Array
  readonly cost: Float64Array
  readonly share: Float64Array
  readonly count: Uint8Array
  /** crowd i of shift s, at `s * CROWDS + i` */
  readonly crowd: Int32Array
  readonly crowdCost: Float64Array
  readonly crowdShare: Float64Array
  readonly crowds: Uint8Array
  /** how many more the shifts want than people give; of a team, at `team * spans + span`, how many more are on than may be */
  readonly seatLack: Float64Array
  readonly hostLack: Float64Array
  readonly leadLack: Float64Array
  readonly teamOver: Float64Array
  /** prices that prove the most so far, and prices as they are pulled away from them */
  readonly centre: Centre
  readonly seat: Float64Array
  readonly host: Float64Array
  readonly lead: Float64Array
  /** teams that have ever been over their cap, or have a price */
  readonly isTight: Uint8Array
  /** how far a whole seat too few pulls each price (see `pulls.ts`) */
  readonly seatPull: Float64Array
  readonly hostPull: Float64Array
  readonly leadPull: Float64Array
  readonly teamPull: Float64Array
}

/** Prices with a row for every team, one after the other. */
type Centre = { seat: Float64Array; host: Float64Array; lead: Float64Array; readonly teams: Float64Array }

/** An empty mixture: nobody holds anything, no shift wants anybody. */
export function emptyMixture(model: Model, spans: Spans, prices: Prices, pull: number): Mixture {
  const { people, shifts } = model
  const from = new Int32Array(people + 1)
  for (let p = 0; p < people; p++)
    from[p + 1] = from[p]! + Math.max(1, model.loads[model.loadsOfPerson[p]!]?.mostShifts ?? 0)
  const perShift = () => new Float64Array(shifts)
  const teams = model.problem.teamCaps.length
  const mixture: Mixture = {
    model,
    spans,
    from,
    shifts: new Int32Array(from[people]! * ROOM),
    size: new Uint16Array(people * ROOM),
    cost: new Float64Array(people * ROOM),
    share: new Float64Array(people * ROOM),
    count: new Uint8Array(people),
    crowd: new Int32Array(shifts * CROWDS),
    crowdCost: new Float64Array(shifts * CROWDS),
    crowdShare: new Float64Array(shifts * CROWDS),
    crowds: new Uint8Array(shifts),
    seatLack: perShift(),
    hostLack: perShift(),
    leadLack: perShift(),
    teamOver: new Float64Array(teams * spans.count),
    centre: {
      seat: prices.seat,
      host: prices.host,
      lead: prices.lead,
      teams: new Float64Array(teams * spans.count)
    },
    seat: perShift(),
    host: perShift(),
    lead: perShift(),
    isTight: new Uint8Array(teams),
    seatPull: perShift().fill(pull),
    hostPull: perShift().fill(pull),
    leadPull: perShift().fill(pull),
    teamPull: new Float64Array(teams * spans.count).fill(pull)
  }
  model.problem.teamCaps.forEach((cap, t) => {
    mixture.teamOver.fill(-cap, t * spans.count, (t + 1) * spans.count)
  })
  for (let s = 0; s < shifts; s++) addCrowds(mixture, s)
  centreOn(mixture, prices)
  return mixture
}

function addCrowds(mixture: Mixture, s: number): void {
  const { model, crowds, crowd, crowdCost } = mixture
  const { hosts, min, desired } = model.problem.shifts[s]!
  const least = Math.max(1, hosts)
  const most = model.mostPeople[s]!
  const wanted = [least, min, desired, most].filter((n) => n >= least && n <= most)
  const all = [...new Set([0, ...wanted])].sort((a, b) => a - b)
  crowds[s] = all.length
  all.forEach((n, i) => {
    crowd[s * CROWDS + i] = n
    crowdCost[s * CROWDS + i] = coverCost(model, s, n)
  })
}

/** Lets a shift want just so many people (in each of several plans): a share of each of the two crowds beside that number. */
export function wantPeople(mixture: Mixture, s: number, people: number): void {
  const { crowd, crowds } = mixture
  const first = s * CROWDS
  let i = 0
  while (i + 1 < crowds[s]! && crowd[first + i + 1]! <= people) i++
  const isMost = i + 1 === crowds[s]!
  const share = isMost ? 0 : (people - crowd[first + i]!) / (crowd[first + i + 1]! - crowd[first + i]!)
  want(mixture, s, i, 1 - share)
  if (share > 0) want(mixture, s, i + 1, share)
}

/** Makes one plan out of so many that were added up. */
export function divideBy(mixture: Mixture, plans: number): void {
  const { model, spans, share, crowdShare, seatLack, hostLack, leadLack, teamOver } = mixture
  for (const row of [share, crowdShare, seatLack, hostLack, leadLack])
    for (let i = 0; i < row.length; i++) row[i]! /= plans
  model.problem.teamCaps.forEach((cap, t) => {
    for (let at = t * spans.count; at < (t + 1) * spans.count; at++)
      teamOver[at] = (teamOver[at]! + cap) / plans - cap
  })
}

/** Changes a shift's share of one crowd. */
export function want(mixture: Mixture, s: number, i: number, by: number): void {
  const { crowd, crowdShare, seatLack, hostLack, model } = mixture
  const people = crowd[s * CROWDS + i]!
  crowdShare[s * CROWDS + i]! += by
  seatLack[s]! += by * people
  if (people > 0) hostLack[s]! += by * model.problem.shifts[s]!.hosts
  reprice(mixture, s)
}

/** Changes a person's share of one schedule. */
export function hold(mixture: Mixture, p: number, k: number, by: number): void {
  const { model, spans, shifts, seatLack, hostLack, leadLack, teamOver, isTight } = mixture
  const at = placeOf(mixture, p, k)
  const end = at + mixture.size[p * ROOM + k]!
  const kind = model.kind[p]!
  const lead = leadOf(kind)
  const team = model.problem.people[p]!.team
  const row = team * spans.count
  mixture.share[p * ROOM + k]! += by
  for (let i = at; i < end; i++) {
    const s = shifts[i]!
    seatLack[s]! -= by
    if (kind & HOST) hostLack[s]! -= by
    leadLack[s]! -= by * lead
    for (let span = spans.first[s]!; span < spans.after[s]!; span++) {
      teamOver[row + span]! += by
      if (teamOver[row + span]! > 0) isTight[team] = 1
    }
    reprice(mixture, s)
  }
}

/** Where schedule k of person p begins among the shifts. */
export function placeOf({ from }: Mixture, p: number, k: number): number {
  return from[p]! * ROOM + k * (from[p + 1]! - from[p]!)
}

/** What a person counts towards leading newcomers. */
export function leadOf(kind: number): number {
  return (kind & EXPERIENCED ? 1 : 0) - (kind & NEWCOMER ? 1 : 0)
}

/** What a place of a team costs at present. */
export function teamPrice({ centre, teamOver, teamPull }: Mixture, at: number): number {
  return Math.max(0, centre.teams[at]! + teamPull[at]! * teamOver[at]!)
}

function reprice(mixture: Mixture, s: number): void {
  const { centre, seat, host, lead, seatLack, hostLack, leadLack, seatPull, hostPull, leadPull } = mixture
  seat[s] = centre.seat[s]! + seatPull[s]! * seatLack[s]!
  host[s] = Math.max(0, centre.host[s]! + hostPull[s]! * hostLack[s]!)
  lead[s] = Math.max(0, centre.lead[s]! + leadPull[s]! * leadLack[s]!)
}

/** Moves the centre to these prices. */
export function centreOn(mixture: Mixture, prices: Prices): void {
  const { centre, isTight, spans, model } = mixture
  centre.seat = prices.seat
  centre.host = prices.host
  centre.lead = prices.lead
  centre.teams.fill(0)
  for (const [team, row] of prices.team) {
    centre.teams.set(row, team * spans.count)
    isTight[team] = 1
  }
  for (let s = 0; s < model.shifts; s++) reprice(mixture, s)
}

/** Pulls all prices more or less far from where they are centred. */
export function pullBy(mixture: Mixture, factor: number): void {
  for (const row of [mixture.seatPull, mixture.hostPull, mixture.leadPull, mixture.teamPull])
    for (let i = 0; i < row.length; i++) row[i]! *= factor
  for (let s = 0; s < mixture.model.shifts; s++) reprice(mixture, s)
}

/** Prices as they are pulled at present. */
export function pulledPrices(mixture: Mixture): Prices {
  const { seat, host, lead, isTight, spans } = mixture
  const team = new Map<number, Float64Array>()
  isTight.forEach((tight, t) => {
    if (!tight) return
    const row = Float64Array.from({ length: spans.count }, (_, span) =>
      teamPrice(mixture, t * spans.count + span)
    )
    if (row.some((price) => price > 0)) team.set(t, row)
  })
  return { seat: seat.slice(), host: host.slice(), lead: lead.slice(), team }
}
