import { type BuiltProblem, buildProblem } from '../../../src/engine/facts/build-problem.ts'
import { daysTouched } from '../../../src/engine/facts/days-touched.ts'
import type {
  HeldFact,
  PersonFact,
  PlanningFacts,
  RotationFacts,
  ShiftFact
} from '../../../src/engine/facts/planning-facts.ts'
import type { PatternSlot } from '../../../src/engine/time/expand-pattern.ts'
import { expandPattern } from '../../../src/engine/time/expand-pattern.ts'

/** A ready guest in Oslo who works 08-18 Monday to Friday and owes four hours, unless told otherwise. */
export function person(id: string, traits: Partial<PersonFact> = {}): PersonFact {
  return {
    id,
    teamId: 'product',
    level: 'staff',
    isHost: false,
    readiness: 'ready',
    zone: 'Europe/Oslo',
    country: 'NO',
    workingDays: [1, 2, 3, 4, 5],
    workStartsAt: '08:00',
    workEndsAt: '18:00',
    joinedOn: '2024-01-01',
    leavesOn: null,
    absences: [],
    dueMinutes: 240,
    balanceMinutes: 0,
    carriedUnpopular: 0,
    ...traits
  }
}

export const amara = person('amara')
export const bo = person('bo')
export const hanna = person('hanna', { teamId: 'support', isHost: true, dueMinutes: 1200 })

/** Two weeks of March 2027 in Oslo; 1 March is a Monday. */
export const rotation: RotationFacts = {
  name: 'Nordic office hours',
  zone: 'Europe/Oslo',
  fromOn: '2027-03-01',
  toOn: '2027-03-15',
  seats: { min: 1, desired: 2, max: 4, hosts: 1 },
  spacingDays: 7,
  holidayRule: 'skip',
  eligibleTeamIds: null,
  eligibleLevels: null
}

/** Every morning from nine to one, Monday to Friday. */
export const mornings = [1, 2, 3, 4, 5].map(
  (weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' }) as PatternSlot
)

/** The spans of a pattern on the rotation's days. */
export function shiftsOf(pattern: PatternSlot[], of = rotation): ShiftFact[] {
  return expandPattern({ pattern, zone: of.zone, fromOn: of.fromOn, toOn: of.toOn }).map((span) => ({
    ...span,
    isHoliday: false
  }))
}

export const facts: PlanningFacts = {
  now: new Date('2027-02-01T08:00Z'),
  rotation,
  shifts: shiftsOf(mornings),
  teams: [
    { id: 'support', supportCap: 3 },
    { id: 'product', supportCap: 2 }
  ],
  people: [hanna, bo, amara],
  holidays: {},
  held: [],
  published: null
}

/** The facts above with changes, built. */
export function built(change: Partial<PlanningFacts> = {}): BuiltProblem {
  return buildProblem({ ...facts, ...change })
}

/** The local days on which somebody may work, in the order of the shifts. */
export function daysFor(who: PersonFact, change: Partial<PlanningFacts> = {}): string[] {
  const { problem, people, shifts } = built({ people: [hanna, who], ...change })
  const fits = problem.people[people.indexOf(who.id)]?.fits ?? []
  const days: string[] = []
  for (let i = 0; i < fits.length; i += 3) days.push(shifts[fits[i]!]!.onDay)
  return days
}

/** Unpopular points of somebody's first fitting shift. */
export function firstPoints(who: PersonFact, change: Partial<PlanningFacts> = {}): number | undefined {
  const { problem, people } = built({ people: [hanna, who], ...change })
  return problem.people[people.indexOf(who.id)]?.fits[1]
}

/** What the problem says of somebody. */
export function seen(who: PersonFact, change: Partial<PlanningFacts> = {}) {
  const { problem, people } = built({ people: [hanna, who], ...change })
  return problem.people[people.indexOf(who.id)]
}

/** A seat held elsewhere. */
export function seat(employeeId: string, startsAt: string, endsAt: string): HeldFact {
  const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
  return { employeeId, ...span, onDay: daysTouched(span, 'Europe/Oslo')[0]! }
}

/** The first shift of the rotation, the one after it, and a Sunday that the pattern does not have. */
export const [monday, tuesday] = facts.shifts as [ShiftFact, ShiftFact]
export const [sunday] = shiftsOf([{ weekday: 7, startsAt: '09:00', endsAt: '13:00' }]) as [ShiftFact]
