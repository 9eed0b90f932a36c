/** All that the sequential model knows. Instants are milliseconds; ids are those of the database. */
export interface World {
  now: number
  people: Map<string, Person>
  caps: Map<string, number>
  shifts: Map<string, Shift>
  seats: Map<string, Seat>
  swaps: Map<string, Swap>
  absences: Map<string, Absence>
  /** `holder day` of each. */
  quotas: Set<string>
  publishedDrafts: Set<string>
}

export interface Person {
  id: string
  name: string
  teamId: string
  isHost: boolean
  readiness: 'in_training' | 'shadowing' | 'ready'
  /** The hour of the day at which they stop working. */
  worksUntil: number
  leads: string | null
  /** HR or administrator. */
  isOffice: boolean
  isHere: boolean
  /** Their token is good. */
  isSignedIn: boolean
  leavesOn: string | null
}

export interface Span {
  from: number
  to: number
}

export interface Shift extends Span {
  id: string
  day: string
  desired: number
  most: number
  hosts: number
  spacingDays: number
  /** null: all */
  teams: string[] | null
}

export interface Seat extends Span {
  id: string
  shiftId: string
  who: string
  isReleased: boolean
}

export interface Absence extends Span {
  id: string
  who: string
}

export interface Ask {
  who: string
  take: string | null
  is: 'open' | 'declined' | 'closed'
}

export interface Swap {
  id: string
  kind: 'swap' | 'cover' | 'open_seat'
  proposer: string
  createdBy: string
  give: string | null
  asks: Ask[]
  expiresAt: number
  end: 'open' | 'accepted' | 'undone' | 'withdrawn' | 'closed'
  cause: string | null
  acceptedBy: string | null
  acceptedAt: number
  /** Seats that came of it, and those given up for it. */
  made: string[]
  gone: string[]
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** Everything that an operation may change is copied; what it never changes is shared. */
export function copyOf(world: World): World {
  const copied = <Thing>(things: Map<string, Thing>) =>
    new Map([...things].map(([id, thing]) => [id, { ...thing }]))
  return {
    ...world,
    people: copied(world.people),
    seats: copied(world.seats),
    swaps: new Map([...world.swaps].map(([id, swap]) => [id, copyOfSwap(swap)])),
    absences: new Map(world.absences),
    shifts: new Map(world.shifts),
    quotas: new Set(world.quotas),
    publishedDrafts: new Set(world.publishedDrafts)
  }
}

function copyOfSwap(swap: Swap): Swap {
  return { ...swap, asks: swap.asks.map((ask) => ({ ...ask })) }
}

export const inForce = (world: World) => [...world.seats.values()].filter(({ isReleased }) => !isReleased)

export function stateOf(world: World, { end, asks, kind, expiresAt }: Swap): string {
  if (end !== 'open') return end
  if (kind !== 'open_seat' && asks.every(({ is }) => is !== 'open')) return 'declined'
  return expiresAt <= world.now ? 'expired' : 'proposed'
}

/** A lead of the team, HR or an administrator. */
export function oversees(actor: Person, whose: Person): boolean {
  return actor.isOffice || actor.leads === whose.teamId
}

export function speaksFor(actor: Person, whose: Person): boolean {
  return actor.id === whose.id || oversees(actor, whose)
}

/** Who hears what touches somebody: the leads of their team other than themselves. */
export function leadsOf(world: World, { id, teamId }: Person): string[] {
  return [...world.people.values()]
    .filter((one) => one.isHere && one.leads === teamId && one.id !== id)
    .map((one) => one.id)
}

/** Forgets what can no longer matter, so that a long run costs as much per operation as a short one. */
export function forgetPast(world: World): void {
  for (const [id, swap] of world.swaps) {
    const isOver = swap.end === 'accepted' ? swap.acceptedAt < world.now - 3 * HOUR : swap.end !== 'open'
    if (isOver || swap.expiresAt < world.now - 3 * HOUR) world.swaps.delete(id)
  }
  const named = new Set([...world.swaps.values()].flatMap(seatsNamed))
  for (const [id, { to, isReleased }] of world.seats) {
    if ((isReleased || to < world.now - 6 * DAY) && !named.has(id)) world.seats.delete(id)
  }
  for (const [id, { to }] of world.absences) if (to < world.now - DAY) world.absences.delete(id)
  for (const [id, { to }] of world.shifts) if (to < world.now - 7 * DAY) world.shifts.delete(id)
}

const seatsNamed = ({ give, asks, made, gone }: Swap) => [
  ...(give ? [give] : []),
  ...asks.flatMap(({ take }) => take ?? []),
  ...made,
  ...gone
]
