import { DEFAULT_WEIGHTS, type Problem, type ProblemPerson, type ProblemShift } from '../plan/problem.ts'
import { dayBounds } from '../time/day-bounds.ts'
import { daysBetween } from '../time/days-between.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { type OthersOnSupport, othersOnSupport } from './others-on-support.ts'
import type { PlanningFacts, ShiftFact } from './planning-facts.ts'
import { type Only, problemPeople, teamsInOrder } from './problem-people.ts'
import { REST_MINUTES } from './stands-near.ts'

/**
 * A problem and what its indices mean: person p is `people[p]`, shift s is `shifts[s]`. Beyond the ends of both
 * lists the problem has stand-ins for seats held elsewhere, which only fill team caps: `seatsOf` passes them over.
 */
export type BuiltProblem = { problem: Problem; people: string[]; shifts: ShiftFact[] }

/**
 * Turns the facts of a rotation and its people into the planner's problem. What has begun is no longer planned.
 * The answer does not depend on the order of the facts: people go by id, shifts by start.
 *
 * @param only these people alone, to ask about them, or also about one shift alone: then it holds what fits them of that
 * shift and of what they are promised, and no seats held elsewhere; a plan needs everybody and everything
 * @example
 * buildProblem(facts).people
 * //=> ['amara', 'bo', 'hanna']
 */
export function buildProblem(facts: PlanningFacts, only?: Only): BuiltProblem {
  const { rotation } = facts
  const shifts = shiftsAsked(facts, only)
  const people = problemPeople(facts, shifts, only)
  const others = only?.startsAt ? [] : othersOnSupport(facts, shifts)
  const origin = originOf(facts, [...shifts, ...others])
  const teams = teamsInOrder(facts)
  const problem: Problem = {
    format: 'rota-problem/1',
    name: rotation.name,
    days: daysBetween(rotation.fromOn, rotation.toOn),
    restMinutes: REST_MINUTES,
    weights: facts.weights ?? DEFAULT_WEIGHTS,
    teamCaps: teams.map((team) => team.supportCap),
    shifts: [
      ...shifts.map((shift) => problemShift(shift, rotation, origin)),
      ...others.map((seat) => standInShift(seat, origin))
    ],
    people: [
      ...people.map(({ person }) => person),
      ...others.map((seat, index) =>
        standIn(teams.map(({ id }) => id).indexOf(seat.teamId), shifts.length + index, seat)
      )
    ]
  }
  return { problem, people: people.map(({ id }) => id), shifts }
}

/** Where it is known how the seats are shared, a question about one shift is about that and what its people are promised. */
function shiftsAsked(facts: PlanningFacts, only: Only | undefined): ShiftFact[] {
  const shifts = shiftsToPlan(facts)
  if (!only?.shares || !only.startsAt) return shifts
  const promised = (facts.published ?? []).filter(({ employeeId }) => only.people.has(employeeId))
  const starts = new Set([+only.startsAt, ...promised.map(({ startsAt }) => +startsAt)])
  return shifts.filter(({ startsAt }) => starts.has(+startsAt))
}

/**
 * Lists the shifts that are still planned, by start: none that has begun, and none of a holiday where those are skipped.
 *
 * @example
 * shiftsToPlan({ ...facts, now: monday.startsAt }).map(({ onDay }) => onDay).includes(monday.onDay)
 * //=> false
 */
export function shiftsToPlan({ shifts, now, rotation }: PlanningFacts): ShiftFact[] {
  return shifts
    .filter((shift) => shift.startsAt > now && !(shift.isHoliday && rotation.holidayRule === 'skip'))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** Minutes are counted from the first local midnight, or from an earlier seat held elsewhere. */
function originOf({ rotation }: PlanningFacts, spans: readonly { startsAt: Date }[]): Date {
  const midnight = dayBounds(rotation.fromOn, rotation.zone).startsAt
  return spans.reduce((first, { startsAt }) => (startsAt < first ? startsAt : first), midnight)
}

function problemShift(
  { onDay, startsAt, endsAt }: ShiftFact,
  { fromOn, seats }: PlanningFacts['rotation'],
  origin: Date
): ProblemShift {
  return {
    day: daysBetween(fromOn, onDay),
    start: minutesBetween(origin, startsAt),
    end: minutesBetween(origin, endsAt),
    ...seats
  }
}

/** Its day does not matter, for its only person has no other shift. */
function standInShift({ startsAt, endsAt }: OthersOnSupport, origin: Date): ProblemShift {
  const span = { start: minutesBetween(origin, startsAt), end: minutesBetween(origin, endsAt) }
  return { day: 0, ...span, min: 0, desired: 0, max: 1, hosts: 0 }
}

/** Costs nothing, and cannot break the rules of hosts and newcomers, whoever really sits there. */
function standIn(team: number, shift: number, { startsAt, endsAt }: OthersOnSupport): ProblemPerson {
  return {
    team,
    host: false,
    experienced: true,
    newcomer: false,
    spacingDays: 0,
    maxShifts: 1,
    dueMinutes: minutesBetween(startsAt, endsAt),
    carriedUnpopular: 0,
    fits: [shift, 0, 0],
    locked: [shift]
  }
}
