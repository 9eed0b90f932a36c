import type { Kind, Operation } from './operations.ts'
import { brokenRules, openPart } from './rules.ts'
import { DAY, dayOf, HOUR, inForce, type Person, type Seat, stateOf, type World } from './world.ts'

/** Chance that can be had again: numbers from 0 to below 1 (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Chooser {
  world: World
  chance: () => number
  draftIds: readonly string[]
  /** Many ask for the same few shifts, or nobody would meet anybody. */
  hot: readonly string[]
}

const DAYS_AHEAD = 8
const HOT_SHIFTS = 3

const WEIGHTS: Partial<Record<Kind, number>> = {
  claim: 28,
  offer: 24,
  accept: 24,
  decline: 3,
  withdraw: 4,
  undo: 8,
  away: 5,
  back: 4
}
const OFFICE: Partial<Record<Kind, number>> = { quota: 5, join: 14, deactivate: 8, leave: 6, publish: 12 }

/** One operation for everybody. */
export function chooseBatch(world: World, chance: () => number, draftIds: readonly string[]): Operation[] {
  const ahead = [...world.shifts.values()].filter(
    ({ from, to }) => to > world.now && from < world.now + DAYS_AHEAD * DAY
  )
  const host = [...world.people.values()].find(({ isHost }) => isHost)!
  const open = ahead.filter((shift) => openPart(world, shift, host))
  const hot = Array.from(
    { length: HOT_SHIFTS },
    () => pick(chance() < 0.7 && open.length > 0 ? open : ahead, chance)!.id
  )
  const chooser = { world, chance, draftIds, hot }
  return [...world.people.values()].map((person) => choose(chooser, person))
}

const pick = <Thing>(things: readonly Thing[], chance: () => number): Thing | undefined =>
  things[Math.floor(chance() * things.length)]

function weighted(weights: Partial<Record<Kind, number>>, chance: () => number): Kind {
  const all = Object.entries(weights) as [Kind, number][]
  let left = chance() * all.reduce((sum, [, weight]) => sum + weight, 0)
  return all.find(([, weight]) => {
    left -= weight
    return left < 0
  })![0]
}

function choose(chooser: Chooser, person: Person): Operation {
  const weights = {
    ...WEIGHTS,
    ...(person.isOffice && OFFICE),
    ...(person.leads && { quota: 4 })
  }
  const kind = weighted(weights, chooser.chance)
  return (
    officeOperation(chooser, person, kind) ??
    swapOperation(chooser, person, kind) ??
    ownOperation(chooser, person, kind)
  )
}

function officeOperation(chooser: Chooser, { id: actor }: Person, kind: Kind): Operation | null {
  const { world, chance, draftIds } = chooser
  const people = [...world.people.values()]
  const common = people.filter(({ leads, isOffice }) => !leads && !isOffice)
  const someDay = (days: number) => dayOf(world.now + Math.floor(chance() * days) * DAY)
  switch (kind) {
    case 'quota': {
      const { teamId } = pick(people, chance)!
      return { kind, actor, teamId, fromOn: someDay(20), hours: 1 + Math.floor(chance() * 4) }
    }
    case 'join': {
      const gone = people.filter(({ isHere, leavesOn }) => !isHere || leavesOn)
      return { kind, actor, who: pick(gone.length > 0 ? gone : common, chance)!.id }
    }
    case 'deactivate': {
      const gone = common.filter(({ isHere }) => !isHere)
      return { kind, actor, who: pick(gone.length < 2 ? common : gone, chance)!.id }
    }
    case 'leave':
      return { kind, actor, who: pick(common, chance)!.id, leavesOn: chance() < 0.5 ? null : someDay(9) }
    case 'publish': {
      const draftId = chance() < 0.7 ? draftIds.at(-1) : pick(draftIds, chance)
      return draftId ? { kind, actor, draftId } : null
    }
    default:
      return null
  }
}

function swapOperation(chooser: Chooser, person: Person, kind: Kind): Operation | null {
  const { world, chance } = chooser
  const actor = person.id
  const swaps = [...world.swaps.values()]
  switch (kind) {
    case 'accept':
    case 'decline': {
      const open = swaps.filter((swap) => stateOf(world, swap) === 'proposed')
      const own = open.filter(({ asks }) => asks.some(({ who }) => who === actor))
      const overseen = open.filter(
        ({ asks }) =>
          person.isOffice || asks.some(({ who }) => world.people.get(who)!.teamId === person.leads)
      )
      const fitting = own.length > 0 ? own : overseen
      const swap = pick(chance() < 0.92 ? fitting : swaps, chance)
      if (!swap) return null
      const asked = pick(swap.asks, chance)
      const isForOther = asked && own.length === 0 && (person.isOffice || person.leads)
      return { kind, actor, swapId: swap.id, ...(isForOther && { onBehalfOf: asked.who }) }
    }
    case 'withdraw':
    case 'undo': {
      const state = kind === 'undo' ? 'accepted' : 'proposed'
      const fitting = swaps.filter((swap) => stateOf(world, swap) === state)
      const own = fitting.filter(({ proposer, acceptedBy }) => [proposer, acceptedBy].includes(actor))
      const swap = pick(chance() < 0.85 ? own : swaps, chance)
      return swap ? { kind, actor, swapId: swap.id } : null
    }
    case 'offer':
      return offer(chooser, person)
    default:
      return null
  }
}

function offer({ world, chance, hot }: Chooser, person: Person): Operation | null {
  const all = [...world.seats.values()].filter(({ from }) => from > world.now - 2 * HOUR)
  const ahead = inForce(world).filter(({ from }) => from > world.now)
  const own = ahead.filter(({ who }) => who === person.id)
  const mayBeAny = chance() < 0.08
  const mayOversee = person.isOffice || person.leads
  const gives = mayBeAny || (mayOversee && chance() < 0.3) ? all : own
  const give =
    pick(
      gives.filter(({ shiftId }) => hot.includes(shiftId)),
      chance
    ) ?? pick(gives, chance)
  const others = [...world.people.values()].filter(({ id }) => id !== give?.who || mayBeAny)
  const takes = ahead.filter(({ who }) => who !== person.id)
  const isTaking = !give || chance() < 0.4
  const asks = Array.from({ length: 12 }, () => {
    const seat = isTaking ? pick(takes, chance) : undefined
    if (isTaking && !seat) return null
    return { who: seat?.who ?? pick(others, chance)!.id, ...(seat && { take: seat.id }) }
  }).filter((ask) => ask !== null)
  const good = asks.filter((ask) => isAllowed(world, give, ask, person))
  const chosen = good.length > 0 && chance() < 0.85 ? good : asks
  const few = chosen.slice(0, 1 + Math.floor(chance() * 3))
  const once = few.filter(({ who }, index) => few.findIndex((one) => one.who === who) === index)
  if (once.length === 0) return null
  return { kind: 'offer', actor: person.id, ...(give && { give: give.id }), asks: once }
}

function isAllowed(
  world: World,
  give: Seat | undefined,
  { who, take }: { who: string; take?: string },
  person: Person
): boolean {
  const taken = take ? world.seats.get(take)! : null
  const to = (seat: Seat, taker: string) => ({ ...seat, giver: seat.who, taker })
  const moves = [...(give ? [to(give, who)] : []), ...(taken ? [to(taken, give?.who ?? person.id)] : [])]
  return who !== give?.who && brokenRules(world, moves).length === 0
}

/** What people do for themselves, and what everybody can do when nothing else is there to be done. */
function ownOperation({ world, chance, hot }: Chooser, person: Person, kind: Kind): Operation {
  const actor = person.id
  if (kind === 'back') {
    const all = [...world.absences.values()]
    const own = all.filter(({ who }) => who === actor)
    const absence = pick(own.length > 0 ? own : all, chance)
    if (absence) return { kind, actor, absenceId: absence.id }
  }
  if (kind === 'away') {
    const from = world.now + Math.floor(chance() * DAYS_AHEAD * 24) * HOUR
    return { kind, actor, from, to: from + (2 + Math.floor(chance() * 30)) * HOUR }
  }
  const shifts = [...world.shifts.values()].filter(
    ({ from, to }) => to > world.now && from < world.now + DAYS_AHEAD * DAY
  )
  const shiftId = chance() < 0.75 ? pick(hot, chance)! : pick(shifts, chance)!.id
  const members = [...world.people.values()].filter(
    ({ id, teamId }) => id !== actor && (person.isOffice || person.leads === teamId)
  )
  const other = chance() < 0.2 ? pick(members, chance) : undefined
  return { kind: 'claim', actor, shiftId, ...(other && { onBehalfOf: other.id }) }
}
