import { minutesBetween } from '../time/minutes-between.ts'
import { shiftsToPlan } from './build-problem.ts'
import type { DraftedSeat } from './check-draft.ts'
import { fitsAny } from './fitting-shifts.ts'
import type { PersonFact, PlanningFacts } from './planning-facts.ts'
import { fittingQuestions } from './problem-people.ts'

/** What a draft would give, and what is promised beyond its days. */
export type LeadersQuestion = {
  drafted: readonly DraftedSeat[]
  /** minutes of published seats on days after the period, by person */
  promisedLater?: ReadonlyMap<string, number>
}

/**
 * Lists the leaders, by id, for whose sake a draft is not published while leaders go first: those of level lead or
 * executive who owe a whole shift by the end of the period, whom one of its shifts to come fits, and who have none in
 * the period, neither in the draft nor published elsewhere.
 *
 * Nobody waits for who is absent or exempt all the time, in training, not eligible, or has done their part: nothing
 * fits them, or they owe nothing. What is promised after the period counts as done. Where seats are scarce staff lack
 * shifts too: nobody is listed as long as leaders are planned for at least the share of what they owe that staff who
 * are no hosts are. A draft that gives such staff no seat asks for nobody.
 *
 * @example
 * const eva = { ...bo, id: 'eva', level: 'executive' }
 * const drafted = [{ employeeId: 'bo', ...monday }]
 * leadersWithoutShift({ ...facts, people: [bo, hanna, eva] }, { drafted })
 * //=> ['eva']
 * leadersWithoutShift({ ...facts, people: [bo, hanna, { ...eva, balanceMinutes: 240 }] }, { drafted })
 * //=> []
 */
export function leadersWithoutShift(
  facts: PlanningFacts,
  { drafted, promisedLater }: LeadersQuestion
): string[] {
  const planned = plannedMinutes(facts, drafted)
  const staff = facts.people.filter(isStaffGuest)
  if (!staff.some(({ id }) => givesTo(drafted, id, facts.now))) return []
  const leaders = owing({ ...facts, people: facts.people.filter(isLeader) }, promisedLater)
  const without = [...leaders.keys()].filter((id) => !planned.has(id))
  if (without.length === 0) return []
  const others = owing({ ...facts, people: staff }, promisedLater)
  return sharePlanned(leaders, planned) < sharePlanned(others, planned) ? without.sort() : []
}

const isLeader = ({ level }: PersonFact): boolean => level !== 'staff'
/** Hosts sit there anyway: support is their job. */
const isStaffGuest = (person: PersonFact): boolean => !isLeader(person) && !person.isHost

function givesTo(drafted: readonly DraftedSeat[], id: string, now: Date): boolean {
  return drafted.some(({ employeeId, startsAt }) => employeeId === id && startsAt > now)
}

/** Minutes in the period, of the draft as far as it lies ahead and of seats held besides, by person. */
function plannedMinutes(
  { held, rotation, now }: PlanningFacts,
  drafted: readonly DraftedSeat[]
): Map<string, number> {
  const coming = drafted.filter(({ startsAt }) => startsAt > now)
  const besides = held.filter(({ onDay }) => rotation.fromOn <= onDay && onDay < rotation.toOn)
  const minutes = new Map<string, number>()
  for (const { employeeId, startsAt, endsAt } of [...coming, ...besides])
    minutes.set(employeeId, (minutes.get(employeeId) ?? 0) + minutesBetween(startsAt, endsAt))
  return minutes
}

/** Minutes that people owe, of those who owe at least the shortest shift that fits them. */
function owing(facts: PlanningFacts, promisedLater?: ReadonlyMap<string, number>): Map<string, number> {
  const shifts = shiftsToPlan(facts)
  const lengths = shifts.map(({ startsAt, endsAt }) => minutesBetween(startsAt, endsAt))
  const teams = new Set(facts.teams.map(({ id }) => id))
  const question = fittingQuestions(facts, shifts)
  const owed = new Map<string, number>()
  for (const person of facts.people) {
    const { id, teamId, dueMinutes, balanceMinutes } = person
    const minutes = dueMinutes - balanceMinutes - (promisedLater?.get(id) ?? 0)
    const asked = teams.has(teamId) ? question(person) : null
    if (asked && fitsAny(person, asked, (s) => lengths[s]! <= minutes)) owed.set(id, minutes)
  }
  return owed
}

/** Of what people owe, how much is planned; what one does too much is nothing for another. 0 to 1. */
function sharePlanned(owed: ReadonlyMap<string, number>, planned: ReadonlyMap<string, number>): number {
  let [due, done] = [0, 0]
  for (const [id, minutes] of owed) {
    due += minutes
    done += Math.min(minutes, planned.get(id) ?? 0)
  }
  // Staff who owe nothing more are no reason to spare leaders.
  return due === 0 ? 1 : done / due
}
