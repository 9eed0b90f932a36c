import { groupBy } from '../facts/group-by.ts'
import { addDays } from '../time/add-days.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { overlaps } from '../time/overlaps.ts'
import type { ChangeRule } from './change.ts'
import { CHANGE_RULES, checkMoves } from './check-moves.ts'
import { checkHosts } from './missing-host.ts'
import { checkNewcomers } from './newcomers-alone.ts'
import { checkDuty } from './no-change.ts'
import { checkMaximum } from './over-maximum.ts'
import { checkOverlap } from './overlap.ts'
import { checkRest } from './short-rest.ts'
import type { Move, SwapFacts, SwapPerson, SwapRule, SwapSeat, SwapViolation } from './swap-facts.ts'
import { checkCap } from './team-cap.ts'
import { checkSpacing } from './too-close.ts'
import { checkTwice } from './twice-on-shift.ts'

/** What these say of somebody follows from the seats they hold. */
const OF_OWN_SEATS: readonly ChangeRule[] = [checkDuty, checkTwice, checkOverlap, checkRest, checkSpacing]
/** What these say follows from who is on the shift. */
const OF_THE_SHIFT: readonly ChangeRule[] = [checkMaximum, checkHosts, checkNewcomers]

/** Whom the rules allow to take a span, and how many people each rule keeps from it. */
export type Sifted = { allowed: Set<string>; against: Map<SwapRule, number> }

/**
 * Asks of everybody who is here, but for who gives it, whether they may take a span of a shift. The answer is that of
 * `checkMoves` for each of them; but each rule is asked once for all who are alike to it, and of the taker's own seats
 * alone where it is about those, so that a company of thousands costs milliseconds.
 *
 * @example
 * const { allowed, against } = siftTakers(facts, { ...move(monday, 'bo', ''), to: undefined })
 * [[...allowed], [...against]] // hanna sits there already
 * //=> [['amara', 'cy'], [['twice-on-shift', 1]]]
 */
export function siftTakers(
  facts: SwapFacts,
  move: Omit<Move, 'to'>,
  rules: readonly ChangeRule[] = CHANGE_RULES
): Sifted {
  const asks = questionsOf(facts, move, rules)
  const sifted: Sifted = { allowed: new Set(), against: new Map() }
  for (const person of facts.people) {
    if (!person.isHere || person.id === move.from) continue
    let isAllowed = true
    for (const ask of asks) {
      for (const rule of ask(person)) {
        isAllowed = false
        sifted.against.set(rule, (sifted.against.get(rule) ?? 0) + 1)
      }
    }
    if (isAllowed) sifted.allowed.add(person.id)
  }
  return sifted
}

/** What some rules say of somebody who would take the span: each that is broken, once. */
type Ask = (person: SwapPerson) => readonly SwapRule[]

/** Each rule is in one of them. */
function questionsOf(facts: SwapFacts, move: Omit<Move, 'to'>, rules: readonly ChangeRule[]): Ask[] {
  const ofShift = rules.filter((rule) => OF_THE_SHIFT.includes(rule))
  const ofSeats = rules.filter((rule) => OF_OWN_SEATS.includes(rule))
  const ofPerson = rules.filter((rule) => ![checkCap, ...ofShift, ...ofSeats].includes(rule))
  const of = { facts: factsBeside(facts, move), move }
  return [
    aboutPersons(of, ofPerson),
    aboutSeats({ facts, move }, ofSeats),
    aboutShift(of, ofShift),
    aboutTeams(
      of,
      rules.filter((rule) => rule === checkCap)
    )
  ]
}

type Of = { facts: SwapFacts; move: Omit<Move, 'to'> }

/** Seats at other times, of which only the rules about somebody's own seats ask, are not among them. */
function factsBeside(facts: SwapFacts, span: Omit<Move, 'to'>): SwapFacts {
  let last: { seat: SwapSeat; isThen: boolean } | undefined
  const isThen = (seat: SwapSeat): boolean => {
    if (!last || !areAtOnce(last.seat, seat)) last = { seat, isThen: overlaps(seat, span) }
    return last.isThen
  }
  const seats = facts.seats.filter((seat) => seat.shiftId === span.shiftId || isThen(seat))
  const shifts = facts.shifts.filter(({ id }) => id === span.shiftId)
  return { ...facts, shifts, seats }
}

function brokenBy(within: SwapFacts, move: Move, rules: readonly ChangeRule[]): readonly SwapRule[] {
  return namesOf(checkMoves(within, [move], rules))
}

function namesOf(broken: readonly SwapViolation[]): readonly SwapRule[] {
  return broken.length === 0 ? NONE : [...new Set(broken.map(({ rule }) => rule))]
}

const NONE: readonly SwapRule[] = []

/** The answer is found once for all who have the same name. */
function once(nameOf: (person: SwapPerson) => string, ask: Ask): Ask {
  const known = new Map<string, readonly SwapRule[]>()
  return (person) => {
    const name = nameOf(person)
    const found = known.get(name)
    if (found) return found
    const answer = ask(person)
    known.set(name, answer)
    return answer
  }
}

function aboutPersons({ facts, move }: Of, rules: readonly ChangeRule[]): Ask {
  const givers = facts.people.filter(({ id }) => id === move.from)
  const seats = facts.seats.filter(({ employeeId }) => employeeId === move.from)
  return once(likenessAt(facts, move), (taker) => {
    return brokenBy({ ...facts, people: [...givers, taker], seats }, { ...move, to: taker.id }, rules)
  })
}

/**
 * What stands in the way of somebody does so by itself, and names the shift that it is of: so all spans that anybody holds
 * are asked of at once, as if somebody held them all. Whoever is on the shift already may hold several parts of it, and is
 * asked about alone.
 */
function aboutSeats({ facts, move }: Of, rules: readonly ChangeRule[]): Ask {
  const there = holdersOf(facts, move.shiftId)
  const givers = facts.people.filter(({ id }) => id === move.from)
  const given = facts.seats.filter(({ employeeId }) => employeeId === move.from && move.from !== null)
  const having = (taker: SwapPerson, seats: readonly SwapSeat[]) => {
    const within = { ...facts, people: [...givers, taker], seats: [...given, ...seats] }
    return checkMoves(within, [{ ...move, to: taker.id }], rules)
  }
  const spanOf = spansOf(facts.seats)
  const spans = new Map([...spanOf].map(([seat, span]) => [span, seat]))
  const broken = { host: new Map<string, SwapRule[]>(), guest: new Map<string, SwapRule[]>() }
  const ofSpans = (taker: SwapPerson) => {
    const bySpan = taker.isHost ? broken.host : broken.guest
    if (bySpan.size > 0) return bySpan
    const held = [...spans].map(([shiftId, seat]) => ({ ...seat, employeeId: taker.id, shiftId }))
    bySpan.set(NO_SPAN, [])
    for (const { rule, otherShiftId = NO_SPAN } of having(taker, held))
      bySpan.set(otherShiftId, [...(bySpan.get(otherShiftId) ?? []), rule])
    return bySpan
  }
  const seatsOf = groupBy(facts.seats, ({ employeeId }) => employeeId)
  return (taker) => {
    const own = seatsOf.get(taker.id) ?? []
    if (there.has(taker.id)) return namesOf(having(taker, own))
    const bySpan = ofSpans(taker)
    const rulesOf = (span: string) => bySpan.get(span) ?? NONE
    const [ofNone, first] = [rulesOf(NO_SPAN), own[0]]
    if (own.length < 2 && ofNone.length === 0) return first ? rulesOf(spanOf.get(first)!) : NONE
    return [...new Set([...ofNone, ...own.flatMap((seat) => rulesOf(spanOf.get(seat)!))])]
  }
}

/** What is broken whatever else somebody holds. */
const NO_SPAN = ''

/** The same name for all seats of the same day and time; those of one shift often come in a row. */
function spansOf(seats: readonly SwapSeat[]): ReadonlyMap<SwapSeat, string> {
  const spanOf = new Map<SwapSeat, string>()
  let last: { seat: SwapSeat; span: string } | undefined
  for (const seat of seats) {
    if (!last || !areAtOnce(last.seat, seat)) {
      last = { seat, span: `${seat.onDay} ${seat.startsAt.getTime()} ${seat.endsAt.getTime()}` }
    }
    spanOf.set(seat, last.span)
  }
  return spanOf
}

function areAtOnce(a: SwapSeat, b: SwapSeat): boolean {
  const isThen = a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime()
  return isThen && a.onDay === b.onDay
}

function holdersOf({ seats }: SwapFacts, shiftId: string): ReadonlySet<string> {
  return new Set(seats.filter((seat) => seat.shiftId === shiftId).map(({ employeeId }) => employeeId))
}

/** A shift knows its people only by what they are; who sits there already is like nobody. */
function aboutShift({ facts, move }: Of, rules: readonly ChangeRule[]): Ask {
  const seats = facts.seats.filter(({ shiftId }) => shiftId === move.shiftId)
  const there = holdersOf(facts, move.shiftId)
  const present = facts.people.filter(({ id }) => there.has(id) || id === move.from)
  const nameOf = ({ id, isHost, readiness }: SwapPerson) => (there.has(id) ? id : `${isHost} ${readiness}`)
  return once(nameOf, (taker) => {
    const people = there.has(taker.id) ? present : [...present, taker]
    return brokenBy({ ...facts, seats, people }, { ...move, to: taker.id }, rules)
  })
}

/** A team is asked of by its cap alone, unless one of its people is there or beside it at the time: then by those. */
function aboutTeams({ facts, move }: Of, rules: readonly ChangeRule[]): Ask {
  const there = new Set(facts.seats.map(({ employeeId }) => employeeId))
  const present = facts.people.filter(({ id }) => there.has(id))
  const personOf = new Map(present.map((person) => [person.id, person]))
  const capOf = new Map(facts.teams.map(({ id, supportCap }) => [id, supportCap]))
  const seatsOf = groupBy(facts.seats, ({ employeeId }) => personOf.get(employeeId)?.teamId ?? '')
  const nameOf = ({ id, teamId }: SwapPerson) => {
    if (there.has(id)) return id
    return seatsOf.has(teamId) ? teamId : `${capOf.get(teamId)} alone`
  }
  return once(nameOf, (taker) => {
    const seats = seatsOf.get(taker.teamId) ?? []
    const others = new Set(seats.map(({ employeeId }) => employeeId).filter((id) => id !== taker.id))
    const people = [taker, ...[...others].flatMap((id) => personOf.get(id) ?? [])]
    return brokenBy({ ...facts, seats, people }, { ...move, to: taker.id }, rules)
  })
}

/** Days by which a day of one zone may lie beside that of another, and one more. */
const MARGIN_DAYS = 2

/** What the rules that are about somebody alone know of them; whom their own hours bind is like nobody. */
function likenessAt({ shifts }: SwapFacts, span: Omit<Move, 'to'>): (person: SwapPerson) => string {
  const before = addDays(localDateOf(span.startsAt, 'UTC'), -MARGIN_DAYS)
  const after = addDays(localDateOf(span.endsAt, 'UTC'), MARGIN_DAYS)
  // Who is eligible whatever their team or level is not told apart by it.
  const isForTeams = shifts.some(({ rotation }) => rotation.eligibleTeamIds !== null)
  const isForLevels = shifts.some(({ rotation }) => rotation.eligibleLevels !== null)
  const nameOf = (person: SwapPerson) => {
    const { readiness, zone, country, region, joinedOn, leavesOn } = person
    const isAway = person.absences.some((absence) => overlaps(absence, span))
    const joins = joinedOn < before ? '' : joinedOn
    const leaves = leavesOn === null || leavesOn > after ? '' : leavesOn
    const week = `${person.workingDays} ${person.workStartsAt} ${person.workEndsAt}`
    const part = `${isForTeams && person.teamId} ${isForLevels && person.level} ${readiness}`
    return `${part} ${isAway} ${joins} ${leaves} ${zone} ${country} ${region} ${week}`
  }
  let last: { person: SwapPerson; name: string } | undefined
  return (person) => {
    if ((person.unavailable ?? []).length > 0) return person.id
    if (!last || !areSame(last.person, person)) last = { person, name: nameOf(person) }
    return last.name
  }
}

/** Whether two differ in nothing that is asked of; of many people those who are alike often come in a row. */
function areSame(a: SwapPerson, b: SwapPerson): boolean {
  return (
    a.teamId === b.teamId &&
    a.level === b.level &&
    a.readiness === b.readiness &&
    a.zone === b.zone &&
    a.country === b.country &&
    a.region === b.region &&
    a.workingDays === b.workingDays &&
    a.workStartsAt === b.workStartsAt &&
    a.workEndsAt === b.workEndsAt &&
    a.joinedOn === b.joinedOn &&
    a.leavesOn === b.leavesOn &&
    a.absences.length === 0 &&
    b.absences.length === 0
  )
}
