import {
  DAY,
  dayOf,
  HOUR,
  inForce,
  type Person,
  type Seat,
  type Shift,
  type Span,
  type World
} from './world.ts'

/** A span of a shift goes from somebody, or from nobody, to somebody. */
export interface Move extends Span {
  shiftId: string
  giver: string | null
  taker: string
}

type Held = Pick<Seat, 'shiftId' | 'who' | 'from' | 'to'>

const REST_HOURS = 11
const HOST_SPACING = 2

/**
 * The names of the rules that moves would break, all at once, sorted. Written down a second time on purpose, in the
 * plainest way: it shares nothing with the engine.
 */
export function brokenRules(world: World, moves: readonly Move[], mayHaveBegun = false): string[] {
  const before: Held[] = inForce(world)
  const isLeft = (seat: Held) =>
    moves.some(({ giver, shiftId }) => giver === seat.who && shiftId === seat.shiftId)
  const taken = moves.map(({ shiftId, taker, from, to }) => ({ shiftId, who: taker, from, to }))
  const after = [...before.filter((seat) => !isLeft(seat)), ...taken]
  const broken = new Set<string>()
  if (moves.length > 0 && dutiesOf(before) === dutiesOf(after)) broken.add('no-change')
  for (const move of moves) {
    const taker = world.people.get(move.taker)!
    const shift = world.shifts.get(move.shiftId)!
    if (move.from <= world.now && !mayHaveBegun) broken.add('already-started')
    for (const rule of unfit(world, taker, move, shift)) broken.add(rule)
    for (const rule of nearOthers(world, taker, move, shift, after)) broken.add(rule)
    for (const rule of crowd(world, move, shift, before, after)) broken.add(rule)
    if (isTeamOver(world, taker, move, before, after)) broken.add('team-cap')
  }
  return [...broken].sort()
}

const dutiesOf = (seats: readonly Held[]) =>
  seats
    .map(({ who, shiftId, from, to }) => `${who} ${shiftId} ${from} ${to}`)
    .sort()
    .join()

const meet = (a: Span, b: Span) => a.from < b.to && b.from < a.to

function unfit(world: World, taker: Person, move: Move, shift: Shift): string[] {
  const isAway = [...world.absences.values()].some(({ who, ...span }) => who === taker.id && meet(span, move))
  return [
    ...(taker.isHere ? [] : ['no-longer-here']),
    ...(taker.leavesOn !== null && taker.leavesOn < dayOf(move.from) ? ['not-employed'] : []),
    ...(shift.teams && !shift.teams.includes(taker.teamId) ? ['not-eligible'] : []),
    ...(taker.readiness === 'in_training' ? ['in-training'] : []),
    ...(isAway ? ['absent'] : []),
    ...(move.to % DAY > taker.worksUntil * HOUR ? ['outside-working-hours'] : [])
  ]
}

function nearOthers(world: World, taker: Person, move: Move, shift: Shift, after: readonly Held[]): string[] {
  const { giver, shiftId } = move
  const onShift = (who: string | null) =>
    after.filter((seat) => seat.shiftId === shiftId && seat.who === who).length
  const others = after.filter((seat) => seat.who === taker.id && seat.shiftId !== shiftId)
  const spacing = taker.isHost ? HOST_SPACING : shift.spacingDays
  const rest = ({ from, to }: Held) => (from < move.from ? move.from - to : from - move.to)
  const days = ({ shiftId: id }: Held) =>
    Math.abs(Date.parse(world.shifts.get(id)!.day) - Date.parse(shift.day)) / DAY
  return [
    ...([giver, taker.id].some((who) => onShift(who) > 1) ? ['twice-on-shift'] : []),
    ...(others.some((seat) => meet(seat, move)) ? ['overlap'] : []),
    ...(others.some((seat) => rest(seat) >= 0 && rest(seat) < REST_HOURS * HOUR) ? ['short-rest'] : []),
    ...(others.some((seat) => days(seat) < spacing) ? ['too-close'] : [])
  ]
}

/** Every instant of a span at which somebody comes or goes, and its beginning. */
function momentsIn({ from, to }: Span, seats: readonly Held[]): number[] {
  const inside = seats.flatMap((seat) => [seat.from, seat.to]).filter((at) => from < at && at < to)
  return [from, ...inside]
}

const thereAt = (at: number, seats: readonly Held[]) => seats.filter(({ from, to }) => from <= at && at < to)

/** What is asked of all the people of a shift: no change may make it worse than it was. */
function crowd(
  world: World,
  move: Move,
  shift: Shift,
  before: readonly Held[],
  after: readonly Held[]
): string[] {
  const was = before.filter(({ shiftId }) => shiftId === shift.id)
  const is = after.filter(({ shiftId }) => shiftId === shift.id)
  const lacks: Record<string, (people: Person[]) => number> = {
    'over-maximum': (people) => people.length - shift.most,
    'missing-host': (people) =>
      people.length === 0 ? 0 : shift.hosts - people.filter(({ isHost }) => isHost).length,
    'newcomers-alone': (people) =>
      people.filter(({ readiness }) => readiness === 'shadowing').length -
      people.filter(({ readiness }) => readiness === 'ready').length
  }
  const isWorse = (lack: (people: Person[]) => number) =>
    momentsIn(move, [...was, ...is]).some((at) => {
      const lackOf = (seats: readonly Held[]) =>
        Math.max(0, lack(thereAt(at, seats).map(({ who }) => world.people.get(who)!)))
      return lackOf(is) > lackOf(was)
    })
  return Object.entries(lacks).flatMap(([rule, lack]) => (isWorse(lack) ? [rule] : []))
}

function isTeamOver(
  world: World,
  { teamId }: Person,
  move: Move,
  before: readonly Held[],
  after: readonly Held[]
): boolean {
  const ofTeam = ({ who }: Held) => world.people.get(who)!.teamId === teamId
  const was = before.filter(ofTeam)
  const is = after.filter(ofTeam)
  return momentsIn(move, [...was, ...is]).some((at) => {
    const count = thereAt(at, is).length
    return count > world.caps.get(teamId)! && count > thereAt(at, was).length
  })
}

/** The first span of a shift, from now on, at which fewer sit there than desired, or a host whom it lacks may come; null: none. */
export function openPart(world: World, shift: Shift, taker: Person): Span | null {
  const left = { from: Math.max(shift.from, world.now), to: shift.to }
  const seats = inForce(world).filter(({ shiftId }) => shiftId === shift.id)
  const moments = [...new Set(momentsIn(left, seats))].sort((a, b) => a - b)
  const isOpen = (at: number) => {
    const there = thereAt(at, seats)
    if (there.length < shift.desired) return true
    const hosts = there.filter(({ who }) => world.people.get(who)!.isHost).length
    return taker.isHost && there.length > 0 && there.length < shift.most && hosts < shift.hosts
  }
  const from = moments.find(isOpen)
  if (from === undefined) return null
  return { from, to: moments.find((at) => at > from && !isOpen(at)) ?? shift.to }
}
