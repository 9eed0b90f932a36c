import { groupBy } from '../facts/group-by.ts'
import { addDays } from '../time/add-days.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { overlaps } from '../time/overlaps.ts'
import type { ChangeRule } from './change.ts'
import { CHANGE_RULES, checkMoves } from './check-moves.ts'
import { factsNear } from './facts-near.ts'
import { checkHosts } from './missing-host.ts'
import { checkNewcomers } from './newcomers-alone.ts'
import { checkDuty } from './no-change.ts'
import { checkMaximum } from './over-maximum.ts'
import { checkOverlap } from './overlap.ts'
import { checkRest } from './short-rest.ts'
import type { Move, SwapFacts, SwapPerson, SwapRule } from './swap-facts.ts'
import { checkCap } from './team-cap.ts'
import { checkSpacing } from './too-close.ts'
import { checkTwice } from './twice-on-shift.ts'

/** What these say of somebody follows from the seats they hold. */
const OF_OWN_SEATS: readonly ChangeRule[] = [checkDuty, checkTwice, checkOverlap, checkRest, checkSpacing]
/** Of these a shift knows its people only by what they are. */
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
  const ask = askerOf(facts, move, rules)
  const sifted: Sifted = { allowed: new Set(), against: new Map() }
  for (const person of facts.people) {
    if (!person.isHere || person.id === move.from) continue
    const broken = ask(person)
    if (broken.size === 0) sifted.allowed.add(person.id)
    for (const rule of broken) sifted.against.set(rule, (sifted.against.get(rule) ?? 0) + 1)
  }
  return sifted
}

function askerOf(facts: SwapFacts, move: Omit<Move, 'to'>, rules: readonly ChangeRule[]) {
  const near = factsNear(facts)
  const alone = factsAlone(facts, move)
  const alike = alikeBeside(facts, move)
  const known = new Map<string, SwapRule[]>()
  const brokenBy = (within: SwapFacts, to: string, asked: readonly ChangeRule[]) => {
    const moves = [{ ...move, to }]
    return checkMoves(within, moves, asked).map(({ rule }) => rule)
  }
  const beside = ({ id }: SwapPerson) => near([{ ...move, to: id }])
  const ofShift = rules.filter((rule) => OF_THE_SHIFT.includes(rule))
  const ofSeats = rules.filter((rule) => OF_OWN_SEATS.includes(rule))
  const ofPerson = rules.filter((rule) => ![checkCap, ...ofShift, ...ofSeats].includes(rule))
  const shared = [
    { asked: ofPerson, keyOf: alike.asPeople, within: alone },
    { asked: ofSeats, keyOf: alike.bySeats, within: alone },
    { asked: ofShift, keyOf: alike.onShift, within: beside },
    { asked: rules.filter((rule) => rule === checkCap), keyOf: alike.inTeam, within: beside }
  ]
  return (person: SwapPerson): Set<SwapRule> => {
    const broken = new Set<SwapRule>()
    for (const { asked, keyOf, within } of shared) {
      const key = keyOf(person)
      const answer = known.get(key) ?? brokenBy(within(person), person.id, asked)
      known.set(key, answer)
      for (const rule of answer) broken.add(rule)
    }
    return broken
  }
}

/** The facts about who gives and who takes, and about nobody else. */
function factsAlone(facts: SwapFacts, { shiftId, from }: Omit<Move, 'to'>) {
  const seatsOf = groupBy(facts.seats, ({ employeeId }) => employeeId)
  const shifts = facts.shifts.filter(({ id }) => id === shiftId)
  const givers = facts.people.filter(({ id }) => id === from)
  const given = from === null ? [] : (seatsOf.get(from) ?? [])
  return (taker: SwapPerson): SwapFacts => ({
    ...facts,
    shifts,
    people: [...givers, taker],
    seats: [...given, ...(seatsOf.get(taker.id) ?? [])]
  })
}

/** Names what people have in common for the rules. Who sits there or beside it already is like nobody. */
function alikeBeside(facts: SwapFacts, span: Omit<Move, 'to'>) {
  const teamOf = new Map(facts.people.map(({ id, teamId }) => [id, teamId]))
  const capOf = new Map(facts.teams.map(({ id, supportCap }) => [id, supportCap]))
  const beside = facts.seats.filter((seat) => seat.shiftId === span.shiftId || overlaps(seat, span))
  const there = new Set(beside.map(({ employeeId }) => employeeId))
  const teamsThere = new Set(beside.map(({ employeeId }) => teamOf.get(employeeId)))
  const seatsOf = groupBy(facts.seats, ({ employeeId }) => employeeId)
  return {
    asPeople: likenessAt(span),
    bySeats: ({ id, isHost }: SwapPerson) => {
      const held = seatsOf
        .get(id)
        ?.map(({ shiftId, startsAt, endsAt }) => `${shiftId} ${+startsAt} ${+endsAt}`)
      return held ? `seats ${isHost} ${held.join()}` : 'no seats'
    },
    onShift: ({ id, isHost, readiness }: SwapPerson) =>
      there.has(id) ? `shift ${id}` : `shift ${isHost} ${readiness}`,
    inTeam: ({ id, teamId }: SwapPerson) => {
      if (there.has(id)) return `cap of ${id}`
      return teamsThere.has(teamId) ? `cap in ${teamId}` : `cap of ${capOf.get(teamId)} alone`
    }
  }
}

/** Days by which a day of one zone may lie beside that of another, and one more. */
const MARGIN_DAYS = 2

/** What the rules that are about somebody alone know of them; whom their own hours bind is like nobody. */
function likenessAt(span: Omit<Move, 'to'>): (person: SwapPerson) => string {
  const before = addDays(localDateOf(span.startsAt, 'UTC'), -MARGIN_DAYS)
  const after = addDays(localDateOf(span.endsAt, 'UTC'), MARGIN_DAYS)
  return (person) => {
    const { id, teamId, level, readiness, zone, country, region, joinedOn, leavesOn } = person
    if ((person.unavailable ?? []).length > 0) return `person ${id}`
    const isAway = person.absences.some((absence) => overlaps(absence, span))
    const joins = joinedOn < before ? '' : joinedOn
    const leaves = leavesOn === null || leavesOn > after ? '' : leavesOn
    const week = `${person.workingDays} ${person.workStartsAt} ${person.workEndsAt}`
    const who = `${teamId} ${level} ${person.isHost} ${readiness} ${isAway} ${joins} ${leaves}`
    return `people ${who} ${zone} ${country} ${region} ${week}`
  }
}
