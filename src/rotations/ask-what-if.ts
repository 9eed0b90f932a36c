import type { Context } from '../context.ts'
import { type BuiltProblem, buildProblem } from '../engine/facts/build-problem.ts'
import { planChanges } from '../engine/facts/plan-changes.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { seatsOf } from '../engine/facts/seats-of.ts'
import { type Supposition, supposing } from '../engine/facts/what-if.ts'
import type { WishFact } from '../engine/facts/wish-for.ts'
import type { Plan } from '../engine/plan/problem.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { maySeeReason } from '../shifts/may-see-reason.ts'
import {
  NothingToRepair,
  WhatIfBusy,
  WhatIfNotValid,
  WhatIfNotYours,
  WhatIfPersonNotFound
} from './errors.ts'
import { planInWorker } from './plan-in-worker.ts'
import { findFtePercent } from './queries/facts.ts'
import { findLastPublishedDay } from './queries/publications.ts'
import { readFacts } from './read-facts.ts'
import { readRotation } from './rotations.ts'

/** What a client supposes; absent fields stay as they are. */
export interface WhatIf {
  rotationId: string
  /** left out: whoever asks */
  employeeId?: string
  absence?: { startsAt: string; endsAt: string }
  quota?: { hours: number; weeks: number }
  wish?: { weekday?: number; onDay?: string; part: WishFact['part']; level: WishFact['level'] }
  seats?: { min: number; desired: number; max: number }
}

/** Our own bounds: a quarter ahead, five seconds, two questions at once in this process; each has a thread or two. */
const MOST_DAYS = 91
const MOST_MS = 5000
const MOST_AT_ONCE = 2
let asked = 0

/**
 * Answers what would change if some facts were others: what is published is repaired twice in memory, by the facts as they
 * are and as they would be, and the two are compared. Nothing is written. Looks at most 13 weeks ahead, for five seconds.
 *
 * @throws {WhatIfNotValid} {@link WhatIfNotYours} {@link WhatIfPersonNotFound} {@link RotationNotFound}
 * @throws {NothingToRepair} when nothing of the coming weeks is published
 * @throws {WhatIfBusy} when others ask as much already
 */
export async function askWhatIf(ctx: Context, question: WhatIf) {
  checkQuestion(question)
  if (asked >= MOST_AT_ONCE) throw new WhatIfBusy()
  asked++
  try {
    return await answer(ctx, question)
  } finally {
    asked--
  }
}

async function answer(ctx: Context, question: WhatIf) {
  const employeeId = question.employeeId ?? ctx.actor.employeeId
  const { facts, ftePercent } = await readPresent(ctx, question.rotationId, employeeId)
  const before = buildProblem(facts)
  const after = buildProblem(supposing(facts, employeeId, supposition(question, ftePercent)))
  const [present, supposed] = await Promise.all([repaired(before), repaired(after)])
  const changes = planChanges({ planned: datedSeats(after, supposed), held: datedSeats(before, present) })
  const others = changes.filter((one) => one.employeeId !== employeeId)
  const mine = changes.find((one) => one.employeeId === employeeId)
  const touched = others.filter(({ given, taken }) => given.length + taken.length > 0)
  const count = (of: 'given' | 'taken') => touched.reduce((sum, one) => sum + one[of].length, 0)
  const { fromOn, toOn } = facts.rotation
  return {
    rotationId: question.rotationId,
    ...{ fromOn, toOn, employeeId },
    person: {
      given: (mine?.given ?? []).map(spanOf),
      taken: (mine?.taken ?? []).map(spanOf),
      kept: mine?.kept.length ?? 0
    },
    others: { people: touched.length, given: count('given'), taken: count('taken') },
    openSeats: {
      before: openSeats(before, present, 'desired'),
      after: openSeats(after, supposed, 'desired')
    },
    seatsBelowMinimum: { before: openSeats(before, present, 'min'), after: openSeats(after, supposed, 'min') }
  }
}

async function readPresent(ctx: Context, rotationId: string, employeeId: string) {
  const now = ctx.now()
  return ctx.db.transaction(
    async (tx) => {
      const rotation = await readRotation(tx, rotationId)
      const fromOn = localDateOf(now, rotation.timeZone)
      const published = await findLastPublishedDay(tx, rotationId, fromOn)
      if (published === null) throw new NothingToRepair({ rotationId })
      const latest = addDays(fromOn, MOST_DAYS)
      const toOn = published < latest ? published : latest
      const { facts } = await readFacts(tx, rotation, { fromOn, toOn }, now)
      if (!facts.published) throw new NothingToRepair({ rotationId })
      refuseForeign(ctx, facts, employeeId)
      return { facts, ftePercent: await findFtePercent(tx, employeeId) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}

function refuseForeign(ctx: Context, facts: PlanningFacts, employeeId: string): void {
  const person = facts.people.find(({ id }) => id === employeeId)
  if (!person) throw new WhatIfPersonNotFound({ employeeId })
  if (!maySeeReason(ctx.actor, { employeeId, teamId: person.teamId }))
    throw new WhatIfNotYours({ employeeId })
}

function checkQuestion({ absence, quota, wish, seats }: WhatIf): void {
  const complain = (field: string, message: string) => {
    throw new WhatIfNotValid([{ field, message }])
  }
  if (!absence && !quota && !wish && !seats)
    complain('absence', 'suppose something: absence, quota, wish or seats')
  if (absence && !(new Date(absence.startsAt) < new Date(absence.endsAt)))
    complain('absence.endsAt', 'must be after its start')
  if (absence && new Date(absence.endsAt).getTime() - new Date(absence.startsAt).getTime() > 366 * 86_400_000)
    complain('absence.endsAt', 'must be at most a year after its start')
  if (wish && (wish.weekday === undefined) === (wish.onDay === undefined))
    complain('wish.weekday', 'name either a weekday or a date')
  if (seats && !(seats.min <= seats.desired && seats.desired <= seats.max))
    complain('seats.desired', 'must lie between min and max')
}

function supposition({ absence, quota, wish, seats }: WhatIf, ftePercent: number): Supposition {
  return {
    ...(absence && { absence: { startsAt: new Date(absence.startsAt), endsAt: new Date(absence.endsAt) } }),
    ...(quota && { quota: { minutes: quota.hours * 60, perWeeks: quota.weeks, ftePercent } }),
    ...(wish && { wish: { ...wish, weekday: wish.weekday ?? null, onDay: wish.onDay ?? null } }),
    ...(seats && { seats })
  }
}

async function repaired({ problem }: BuiltProblem): Promise<Plan> {
  const signal = AbortSignal.timeout(MOST_MS)
  const { plan } = await planInWorker(problem, { mode: 'repair', people: 0, seed: 1, steps: 1, signal })
  return plan
}

const datedSeats = (built: BuiltProblem, { assignments }: Plan) =>
  seatsOf(built, assignments).map(({ employeeId, span }) => ({ employeeId, ...span }))

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt })

function openSeats({ problem }: BuiltProblem, { assignments }: Plan, wanted: 'min' | 'desired'): number {
  const people = problem.shifts.map(() => 0)
  for (const shift of assignments.flat()) people[shift]!++
  return problem.shifts.reduce((sum, shift, s) => sum + Math.max(0, shift[wanted] - people[s]!), 0)
}
