import { createHash } from 'node:crypto'
import { type BuiltProblem, buildProblem } from '../../../src/engine/facts/build-problem.ts'
import type { PlanningFacts } from '../../../src/engine/facts/planning-facts.ts'
import { reasonFor } from '../../../src/engine/facts/reasons.ts'
import { type PlannedSeat, seatsOf } from '../../../src/engine/facts/seats-of.ts'
import { loadFacts } from '../../../src/engine/plan/facts.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Plan, Problem } from '../../../src/engine/plan/problem.ts'
import type { draftAssignments, draftShifts, drafts } from '../../schema/drafts.ts'
import type { publications } from '../../schema/publications.ts'
import type { Period } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import { type Person, readinessOn } from '../people/person.ts'
import type { Rotation } from './rotations.ts'
import type { Seat, ShiftRow } from './seat.ts'

/** One publication with all that stands behind it. */
export interface Publication {
  readonly rotation: Rotation
  readonly period: Period
  readonly draft: typeof drafts.$inferSelect
  readonly draftShifts: (typeof draftShifts.$inferSelect)[]
  readonly draftAssignments: (typeof draftAssignments.$inferSelect)[]
  readonly row: typeof publications.$inferSelect
  readonly shifts: ShiftRow[]
  readonly seats: Seat[]
}

interface Making {
  readonly period: Period
  readonly people: ReadonlyMap<string, Person>
  readonly by: Person
  readonly id: MakeId
  readonly seed: number
  readonly steps: number
  /** Whether the draft keeps who was to sit where and why. */
  readonly isExplained: boolean
}

/** Plans a period of a rotation with the product's planner and publishes the plan as it came. */
export function publish(rotation: Rotation, facts: PlanningFacts, making: Making): Publication {
  const built = buildProblem(facts)
  const plan = planUntilImproved(built.problem, making)
  const planned = seatsOf(built, plan.assignments)
  const loaded = making.isExplained ? loadFacts(built.problem, plan.assignments) : null
  const reasons = planned.map((seat) => loaded && reasonFor(loaded, seat))
  const draft = draftOf(rotation, built, plan, making)
  const row = publicationOf(draft, making)
  const shifts = shiftsOf(rotation, built, making)
  const drafted = shifts.map(({ rotationId: _, ...shift }) => ({
    ...shift,
    id: making.id(draft.createdAt),
    draftId: draft.id
  }))
  return {
    rotation,
    period: making.period,
    draft,
    draftShifts: drafted,
    draftAssignments: planned.flatMap(({ shift, employeeId }, at) => {
      const reason = reasons[at]
      const isLoose = { pinnedAt: null, pinnedBy: null }
      return reason ? [{ draftShiftId: drafted[shift]!.id, employeeId, reason, ...isLoose }] : []
    }),
    row,
    shifts,
    seats: planned.map((seat, at) => seatOf(seat, shifts[seat.shift]!, reasons[at] ?? null, rotation, making))
  }
}

/** Stops once the planner has a good plan, before it goes on to prove how good: nobody asks that of the past. */
function planUntilImproved(problem: Problem, { seed, steps }: Making): Plan {
  let isImproved = false
  return planRotation(problem, {
    seed,
    steps,
    onProgress: ({ phase }) => {
      isImproved ||= phase === 'plan'
    },
    cancelled: () => isImproved
  })
}

function draftOf(rotation: Rotation, built: BuiltProblem, plan: Plan, { period, by, id, seed }: Making) {
  return {
    id: id(period.draftedAt),
    rotationId: rotation.row.id,
    fromOn: period.fromOn,
    toOn: period.toOn,
    mode: 'plan' as const,
    seed,
    score: plan.score,
    bound: plan.bound,
    factsDigest: createHash('sha256').update(JSON.stringify(built.problem)).digest('hex'),
    createdAt: period.draftedAt,
    createdBy: by.row.id,
    progress: null,
    heardAt: null,
    stopRequestedAt: null,
    failure: null,
    discardedAt: null,
    outlook: null
  }
}

function publicationOf(draft: Publication['draft'], { period, by, id }: Making) {
  return {
    id: id(period.publishedAt),
    rotationId: draft.rotationId,
    draftId: draft.id,
    fromOn: period.fromOn,
    toOn: period.toOn,
    publishedAt: period.publishedAt,
    publishedBy: by.row.id,
    revertedAt: null,
    revertedBy: null,
    reversion: null
  }
}

function shiftsOf({ row }: Rotation, { shifts }: BuiltProblem, { period, id }: Making): ShiftRow[] {
  const { minSeats, desiredSeats, maxSeats, hostsRequired } = row
  return shifts.map((span) => ({
    id: id(period.publishedAt),
    rotationId: row.id,
    ...span,
    ...{ minSeats, desiredSeats, maxSeats, hostsRequired }
  }))
}

function seatOf(
  { employeeId }: PlannedSeat,
  shift: ShiftRow,
  reason: Seat['row']['reason'],
  rotation: Rotation,
  { people, period, id }: Making
): Seat {
  const person = people.get(employeeId)!
  const createdAt = period.publishedAt
  return {
    row: {
      id: id(createdAt),
      shiftId: shift.id,
      employeeId,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      reason,
      createdAt,
      revision: 0,
      releasedAt: null
    },
    shift,
    person,
    rotation,
    readiness: readinessOn(person.row.joinedOn, period.fromOn)
  }
}
