import type { ProblemPerson } from '../plan/problem.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { dueOfPeriod, dueWithin, type Owing, type Shares, sharesOf } from './due-of-period.ts'
import { type FittingQuestion, fittingShifts } from './fitting-shifts.ts'
import { groupBy } from './group-by.ts'
import { mayTakePart } from './may-take-part.ts'
import { mostShifts } from './most-shifts.ts'
import type { HeldFact, PersonFact, PlanningFacts, ShiftFact } from './planning-facts.ts'
import { pointsWhereAtWork } from './points-where-at-work.ts'
import { wishCosts } from './wish-costs.ts'

/** Our own default: a host may sit every second day; it is their job, yet nobody listens well day after day. */
export const HOST_SPACING_DAYS = 2

/** A person as the planner sees them, with the id that the planner does not know. */
export type NamedPerson = { id: string; person: ProblemPerson }

/** How those share the seats who could be on some shifts, and the minutes of the shortest of these. */
export type SeatShares = { hosts: Shares; guests: Shares; shiftMinutes: number }

/**
 * About whom, and with `startsAt` about which shift, a question is asked. With `shares`, those of all who share the shifts,
 * the facts need tell of nobody else.
 */
export type Only = { people: ReadonlySet<string>; startsAt?: Date; shares?: SeatShares }

/**
 * Lists the people who could be on the shifts or are promised one, by id.
 *
 * @param only these of them, each as they are among all: what somebody owes depends on how many share the shifts
 * @example
 * problemPeople(facts, [monday]).map(({ id }) => id)
 * //=> ['amara', 'bo', 'hanna']
 */
export function problemPeople(
  facts: PlanningFacts,
  shifts: readonly ShiftFact[],
  only?: Only
): NamedPerson[] {
  const known = { ...lookUps(facts, shifts, only?.shares), startsAt: only?.startsAt }
  return [...facts.people]
    .filter(({ id, teamId }) => known.teamIndex.has(teamId) && (only?.people.has(id) ?? true))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => ({ id: person.id, person: problemPerson(person, facts, shifts, known) }))
    .filter(({ person }) => person.fits.length > 0 || (person.published ?? []).length > 0)
}

type Known = ReturnType<typeof lookUps> & { startsAt: Date | undefined }

function lookUps(facts: PlanningFacts, shifts: readonly ShiftFact[], known?: SeatShares) {
  const eligible = facts.people.filter((person) => mayTakePart(person, facts.rotation))
  const hosts = eligible.filter((person) => person.isHost).length
  const beside = besideShifts(facts, shifts, eligible)
  const owing = owingOf(facts, eligible, beside)
  const shares = known ?? sharesAmong(owing, facts, shifts)
  const dueOf = ({ owing, isHost }: OwingPerson) =>
    dueWithin(owing, isHost ? shares.hosts : shares.guests, shares.shiftMinutes)
  return {
    ...beside,
    teamIndex: new Map(teamsInOrder(facts).map((team, index) => [team.id, index])),
    due: new Map(owing.map((person) => [person.id, dueOf(person)])),
    shiftMinutes: shares.shiftMinutes,
    seatsPerHost: hosts > 0 ? (shifts.length * facts.rotation.seats.hosts) / hosts : 0
  }
}

/**
 * Computes how all who could be on the shifts share their seats: what each of them owes follows from it and from themselves
 * alone.
 *
 * @example
 * seatShares({ ...facts, people: [{ ...bo, dueMinutes: 48_000 }] }, [monday]).guests.share < 1 // more than a shift has seats for
 * //=> true
 */
export function seatShares(facts: PlanningFacts, shifts: readonly ShiftFact[]): SeatShares {
  const eligible = facts.people.filter((person) => mayTakePart(person, facts.rotation))
  const heldBy = groupBy(facts.held, (held) => held.employeeId)
  const owing = owingOf(facts, eligible, { heldBy, points: pointsWhereAtWork(facts, shifts) })
  return sharesAmong(owing, facts, shifts)
}

type OwingPerson = { id: string; isHost: boolean; owing: Owing }

/** What those owe who are at work on any of the shifts. */
function owingOf(
  facts: PlanningFacts,
  eligible: readonly PersonFact[],
  { heldBy, points }: Pick<ReturnType<typeof besideShifts>, 'heldBy' | 'points'>
): OwingPerson[] {
  return eligible
    .filter((person) => points(person).some((each) => each !== null))
    .map(({ id, isHost, dueMinutes, balanceMinutes }) => {
      const heldMinutes = minutesInPeriod(heldBy.get(id) ?? [], facts)
      return { id, isHost, owing: { dueMinutes, balanceMinutes, heldMinutes } }
    })
}

/** Hosts and guests share different seats: a host may sit in any, a guest in those that need no host. */
function sharesAmong(
  people: readonly OwingPerson[],
  { rotation }: PlanningFacts,
  shifts: readonly ShiftFact[]
): SeatShares {
  const { max, hosts } = rotation.seats
  const lengths = shifts.map((shift) => minutesBetween(shift.startsAt, shift.endsAt))
  const shiftMinutes = lengths.length > 0 ? Math.min(...lengths) : 0
  const minutes = lengths.reduce((sum, length) => sum + length, 0)
  const group = (isHost: boolean) => {
    const owing = people.filter((person) => person.isHost === isHost).map((person) => person.owing)
    return sharesOf(owing, { seatMinutes: minutes * (isHost ? max : Math.max(0, max - hosts)), shiftMinutes })
  }
  return { hosts: group(true), guests: group(false), shiftMinutes }
}

/** What decides which shifts fit whom. */
function besideShifts(facts: PlanningFacts, shifts: readonly ShiftFact[], eligible: readonly PersonFact[]) {
  return {
    heldBy: groupBy(facts.held, (held) => held.employeeId),
    promised: promisedShifts(facts, shifts),
    points: pointsWhereAtWork(facts, shifts),
    wishes: wishCosts(eligible, shifts)
  }
}

/**
 * Makes a reader of what to ask to know which of the shifts fit somebody; null for whom the rotation is not. A whole
 * problem asks the same, and what everybody owes besides.
 *
 * @example
 * fittingQuestions(facts, [monday])({ ...bo, readiness: 'in_training' })
 * //=> null
 */
export function fittingQuestions(
  facts: PlanningFacts,
  shifts: readonly ShiftFact[]
): (who: PersonFact) => FittingQuestion | null {
  const eligible = facts.people.filter((person) => mayTakePart(person, facts.rotation))
  const known = besideShifts(facts, shifts, eligible)
  return (who) => questionOf(who, facts, shifts, known)
}

function questionOf(
  who: PersonFact,
  { rotation }: PlanningFacts,
  shifts: readonly ShiftFact[],
  known: ReturnType<typeof besideShifts>
): FittingQuestion | null {
  if (!mayTakePart(who, rotation)) return null
  return {
    shifts,
    points: known.points(who),
    held: known.heldBy.get(who.id) ?? [],
    spacingDays: spacingOf(who, rotation),
    wishes: known.wishes(who),
    promised: known.promised?.(who.id) ?? []
  }
}

const spacingOf = ({ isHost }: PersonFact, { spacingDays }: PlanningFacts['rotation']): number =>
  isHost ? HOST_SPACING_DAYS : spacingDays

/**
 * Orders the teams as the problem numbers them.
 *
 * @example
 * teamsInOrder({ teams: [{ id: 'support', supportCap: 3 }, { id: 'product', supportCap: 2 }] })
 * //=> [{ id: 'product', supportCap: 2 }, { id: 'support', supportCap: 3 }]
 */
export function teamsInOrder({ teams }: Pick<PlanningFacts, 'teams'>): PlanningFacts['teams'][number][] {
  return [...teams].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function promisedShifts({ published }: PlanningFacts, shifts: readonly ShiftFact[]) {
  if (!published) return null
  const indexOf = new Map(shifts.map((shift, s) => [shift.startsAt.getTime(), s]))
  const known = published.filter((seat) => indexOf.has(seat.startsAt.getTime()))
  const byPerson = groupBy(known, (seat) => seat.employeeId)
  return (id: string) =>
    (byPerson.get(id) ?? []).map((seat) => indexOf.get(seat.startsAt.getTime())!).sort((a, b) => a - b)
}

function problemPerson(
  who: PersonFact,
  facts: PlanningFacts,
  shifts: readonly ShiftFact[],
  known: Known
): ProblemPerson {
  const held = known.heldBy.get(who.id) ?? []
  const dueMinutes =
    known.due.get(who.id) ??
    dueOfPeriod({ ...who, heldMinutes: minutesInPeriod(held, facts) }, known.shiftMinutes)
  const seatsPerHost = who.isHost ? known.seatsPerHost : 0
  const question = questionOf(who, facts, shifts, known)
  const { startsAt } = known
  const fits = question ? fittingShifts(who, { ...question, ...(startsAt && { startsAt }) }) : []
  return {
    team: known.teamIndex.get(who.teamId)!,
    host: who.isHost,
    experienced: who.readiness === 'ready',
    newcomer: who.readiness === 'shadowing',
    spacingDays: spacingOf(who, facts.rotation),
    maxShifts: mostShifts({ dueMinutes, shiftMinutes: known.shiftMinutes, seatsPerHost }),
    dueMinutes,
    carriedUnpopular: who.carriedUnpopular,
    fits,
    ...(known.promised && { published: known.promised(who.id) })
  }
}

/** What other rotations give in the period counts toward its quota; what lies outside is in the balance. */
function minutesInPeriod(held: readonly HeldFact[], { rotation }: PlanningFacts): number {
  return held
    .filter(({ onDay }) => rotation.fromOn <= onDay && onDay < rotation.toOn)
    .reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0)
}
