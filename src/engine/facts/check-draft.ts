import { judgePlan } from '../rules/judge-plan.ts'
import type { Violation } from '../rules/violation.ts'
import { type BuiltProblem, buildProblem } from './build-problem.ts'
import { type DatedSeat, planChanges } from './plan-changes.ts'
import type { PlanningFacts } from './planning-facts.ts'

/** A seat of a draft, with the end its shift had when it was planned. */
export type DraftedSeat = DatedSeat & { endsAt: Date }

/** One rule that a draft breaks by present facts, about whom and from when. */
export type DraftViolation = {
  rule: string
  employeeId: string | null
  shiftStartsAt: Date | null
}

/**
 * Judges a draft by the facts as they are now: what it gives must still be a shift and still fit its person, what
 * has begun must stay as it is, and together with the seats held elsewhere it must keep every hard rule. The number
 * of shifts a person may have is left out: it guides the planner and follows from hours that change every day.
 *
 * @param begun this rotation's seats in the period whose shifts have begun
 * @param now the moment of the facts
 * @example
 * const people = [hanna, { ...bo, absences: [monday] }]
 * const drafted = ['bo', 'hanna'].map((employeeId) => ({ employeeId, ...monday }))
 * checkDraft({ ...facts, people }, { drafted, begun: [] })
 * //=> [{ rule: 'not-fitting', employeeId: 'bo', shiftStartsAt: monday.startsAt }]
 */
export function checkDraft(
  facts: PlanningFacts,
  { drafted, begun }: { drafted: readonly DraftedSeat[]; begun: readonly DatedSeat[] }
): DraftViolation[] {
  const hasBegun = ({ startsAt }: DatedSeat) => startsAt <= facts.now
  const past = checkBegun(drafted.filter(hasBegun), begun)
  const built = buildProblem(facts)
  const { assignments, misfits } = seatDraft(
    built,
    drafted.filter((seat) => !hasBegun(seat))
  )
  const judged = judgePlan(built.problem, assignments)
    .violations.filter(({ rule }) => rule !== 'too-many-shifts')
    .map((violation) => named(built, violation))
  return [...past, ...misfits, ...judged]
}

/** Only the days that the draft planned count: shifts that had begun when it was planned are not in it. */
function checkBegun(drafted: readonly DraftedSeat[], begun: readonly DatedSeat[]): DraftViolation[] {
  const plannedStarts = new Set(drafted.map(({ startsAt }) => startsAt.getTime()))
  const held = begun.filter(({ startsAt }) => plannedStarts.has(startsAt.getTime()))
  return planChanges({ planned: drafted, held }).flatMap(({ employeeId, given, taken }) =>
    [...given, ...taken].map(({ startsAt }) => ({
      rule: 'already-started',
      employeeId,
      shiftStartsAt: startsAt
    }))
  )
}

function seatDraft({ problem, people, shifts }: BuiltProblem, drafted: readonly DraftedSeat[]) {
  const assignments = problem.people.map(({ locked = [] }): number[] => [...locked])
  const personOf = new Map(people.map((id, index) => [id, index]))
  const shiftOf = new Map(shifts.map(({ startsAt, endsAt }, index) => [`${+startsAt} ${+endsAt}`, index]))
  const misfits: DraftViolation[] = []
  for (const { employeeId, startsAt, endsAt } of drafted) {
    const person = personOf.get(employeeId)
    const shift = shiftOf.get(`${+startsAt} ${+endsAt}`)
    if (shift === undefined) misfits.push({ rule: 'no-such-shift', employeeId, shiftStartsAt: startsAt })
    else if (person === undefined) misfits.push({ rule: 'not-fitting', employeeId, shiftStartsAt: startsAt })
    else assignments[person]!.push(shift)
  }
  return { assignments, misfits }
}

function named(
  { people, shifts }: BuiltProblem,
  { rule, person, shift, shifts: several }: Violation
): DraftViolation {
  const at = shift ?? several?.find((index) => index < shifts.length)
  return {
    rule,
    employeeId: person === undefined ? null : (people[person] ?? null),
    shiftStartsAt: at === undefined ? null : (shifts[at]?.startsAt ?? null)
  }
}
