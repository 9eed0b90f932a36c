import type { ProblemPerson } from '../plan/problem.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { dueOfGroup, dueOfPeriod } from './due-of-period.ts'
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

/** About whom, and with `startsAt` about which shift, a question is asked. */
export type Only = { people: ReadonlySet<string>; startsAt?: Date }

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
  const known = { ...lookUps(facts, shifts), startsAt: only?.startsAt }
  return [...facts.people]
    .filter(({ id, teamId }) => known.teamIndex.has(teamId) && (only?.people.has(id) ?? true))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => ({ id: person.id, person: problemPerson(person, facts, shifts, known) }))
    .filter(({ person }) => person.fits.length > 0 || (person.published ?? []).length > 0)
}

type Known = ReturnType<typeof lookUps> & { startsAt: Date | undefined }

function lookUps(facts: PlanningFacts, shifts: readonly ShiftFact[]) {
  const eligible = facts.people.filter((person) => mayTakePart(person, facts.rotation))
  const hosts = eligible.filter((person) => person.isHost).length
  const lengths = shifts.map((shift) => minutesBetween(shift.startsAt, shift.endsAt))
  const shiftMinutes = lengths.length > 0 ? Math.min(...lengths) : 0
  const beside = besideShifts(facts, shifts, eligible)
  const { heldBy, points } = beside
  const able = eligible.filter((person) => points(person).some((each) => each !== null))
  return {
    ...beside,
    teamIndex: new Map(teamsInOrder(facts).map((team, index) => [team.id, index])),
    due: dueByPerson(able, facts, { heldBy, lengths, shiftMinutes }),
    shiftMinutes,
    seatsPerHost: hosts > 0 ? (shifts.length * facts.rotation.seats.hosts) / hosts : 0
  }
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

/** Hosts and guests share different seats: a host may sit in any, a guest in those that need no host. */
function dueByPerson(
  able: readonly PersonFact[],
  facts: PlanningFacts,
  of: { heldBy: ReadonlyMap<string, HeldFact[]>; lengths: readonly number[]; shiftMinutes: number }
): Map<string, number> {
  const { max, hosts } = facts.rotation.seats
  const minutes = of.lengths.reduce((sum, length) => sum + length, 0)
  const group = (isHost: boolean) => {
    const people = able.filter((person) => person.isHost === isHost)
    const owing = people.map(({ id, dueMinutes, balanceMinutes }) => {
      return { dueMinutes, balanceMinutes, heldMinutes: minutesInPeriod(of.heldBy.get(id) ?? [], facts) }
    })
    const seatMinutes = minutes * (isHost ? max : Math.max(0, max - hosts))
    const due = dueOfGroup(owing, { seatMinutes, shiftMinutes: of.shiftMinutes })
    return people.map(({ id }, index) => [id, due[index]!] as const)
  }
  return new Map([...group(true), ...group(false)])
}

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
