import type { Db } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { type BuiltProblem, buildProblem } from '../engine/facts/build-problem.ts'
import { seatsOf } from '../engine/facts/seats-of.ts'
import { withPins } from '../engine/facts/with-pins.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { PlanningMode } from '../words.ts'
import { NothingToRepair, PeriodInThePast } from './errors.ts'
import { keepDraftOutlook } from './keep-draft-outlooks.ts'
import { checkPeriod, type Period } from './period.ts'
import { type ExplainedPlan, planInWorker } from './plan-in-worker.ts'
import { planWatched } from './plan-watched.ts'
import {
  type DraftSeat,
  insertDraft,
  insertDraftSeats,
  insertDraftShifts,
  lockDraft,
  markPlanned
} from './queries/drafts.ts'
import { digestOf, readFacts } from './read-facts.ts'
import { readPins } from './read-pins.ts'
import type { Rotation } from './rotation-fields.ts'
import { readRotation } from './rotations.ts'

/** Rounds of improvement: where the planner's own benchmark no longer gains by more. The plan depends on nothing else. */
const PLANNING_STEPS = 3

export interface BegunDraft {
  draftId: string
  /** Settles when the plan is stored; rejects with what went wrong, which the draft keeps too. */
  planned: Promise<void>
}

/** What to plan and how; the same facts, mode and seed give the same plan. */
export interface WantedDraft extends Period {
  mode?: PlanningMode
  seed?: number
  /** A draft of the same rotation whose pinned seats are kept. */
  pinsOf?: string
}

/**
 * Begins a draft of a period: the facts are read in one moment's snapshot, the planner works in a thread of its own and
 * holds no transaction open, and the plan is stored whole or not at all. Nobody owes anything by a draft. A repair starts
 * from what is published and changes as little of it as possible.
 *
 * @throws {RotationNotFound} {@link PeriodNotValid} {@link PeriodInThePast}
 * @throws {DraftNotFound} {@link PinsNotPossible} about the pins of `pinsOf`
 * @throws {NothingToRepair} when nobody holds a seat of the period that could be kept
 */
export async function beginDraft(
  ctx: AnyContext,
  rotationId: string,
  { mode = 'plan', seed = 1, pinsOf, ...period }: WantedDraft
): Promise<BegunDraft> {
  checkPeriod(period)
  const now = ctx.now()
  const { rotation, facts, pins } = await readSnapshot(ctx.db, rotationId, { period, pinsOf, now })
  if (mode === 'repair' && !facts.published) throw new NothingToRepair({ rotationId })
  const built = withPins(buildProblem(facts), pins)
  const row = {
    rotationId,
    ...period,
    mode,
    seed,
    factsDigest: digestOf(facts),
    createdAt: now,
    heardAt: now
  }
  const draftId = await ctx.db.transaction((tx) =>
    insertDraft(tx, { ...row, createdBy: ctx.actor?.employeeId ?? null })
  )
  const effort = { mode, people: built.people.length, seed, steps: PLANNING_STEPS }
  const planned = planWatched(ctx, draftId, async (signal, onProgress) => {
    const explained = await planInWorker(built.problem, { ...effort, signal, onProgress })
    await storePlan(ctx, draftId, { rotationId, period, mode, built, pins, ...explained, seatsFor: rotation })
  })
  return { draftId, planned: planned.then(() => keepFirstOutlook(ctx, draftId)) }
}

/**
 * The same, and waits for the plan.
 *
 * @returns the id of the draft
 * @throws what `beginDraft` throws
 */
export async function createDraft(ctx: AnyContext, rotationId: string, wanted: WantedDraft): Promise<string> {
  const { draftId, planned } = await beginDraft(ctx, rotationId, wanted)
  await planned
  return draftId
}

/** The plan is stored whatever becomes of this: its page reckons what is not kept, and a job keeps it soon. */
async function keepFirstOutlook(ctx: AnyContext, draftId: string): Promise<void> {
  await keepDraftOutlook(ctx, draftId).catch(() => {})
}

interface Snapshot {
  period: Period
  pinsOf: string | undefined
  now: Date
}

async function readSnapshot(db: Db, rotationId: string, { period, pinsOf, now }: Snapshot) {
  return db.transaction(
    async (tx) => {
      const rotation = await readRotation(tx, rotationId)
      const today = localDateOf(now, rotation.timeZone)
      if (period.fromOn < today) throw new PeriodInThePast({ today })
      const { facts } = await readFacts(tx, rotation, period, now)
      const pins = pinsOf === undefined ? [] : await readPins(tx, pinsOf, { rotation, period, facts })
      return { rotation, facts, pins }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}

interface Planned extends ExplainedPlan {
  rotationId: string
  period: Period
  mode: PlanningMode
  built: BuiltProblem
  pins: readonly DraftSeat[]
  seatsFor: Rotation
}

/** A draft thrown away while it was planned stays empty. */
async function storePlan(ctx: AnyContext, draftId: string, planned: Planned): Promise<void> {
  const { rotationId, period, mode, plan } = planned
  await ctx.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId)
    if (!draft || draft.discardedAt) return
    await markPlanned(tx, draftId, { score: plan.score, bound: plan.bound })
    const shiftIds = await insertDraftShifts(tx, shiftRows(draftId, planned))
    await insertDraftSeats(
      tx,
      seatRows(shiftIds, planned, { pinnedAt: ctx.now(), pinnedBy: ctx.actor?.employeeId ?? null })
    )
    const after = { rotationId, ...period, mode, seed: plan.seed, score: plan.score.total }
    await recordAudit(tx, ctx, { action: 'draft.created', objectType: 'draft', objectId: draftId, after })
  })
}

function shiftRows(draftId: string, { built, seatsFor: { seats, hostsRequired } }: Planned) {
  const { min: minSeats, desired: desiredSeats, max: maxSeats } = seats
  return built.shifts.map((shift) => ({ draftId, ...shift, minSeats, desiredSeats, maxSeats, hostsRequired }))
}

interface Pinning {
  pinnedAt: Date
  pinnedBy: string | null
}

function seatRows(shiftIds: string[], { built, plan, reasons, pins }: Planned, pinning: Pinning) {
  const pinned = new Set(pins.map(({ employeeId, startsAt }) => `${employeeId} ${+startsAt}`))
  return seatsOf(built, plan.assignments).map(({ person, shift, employeeId, span }) => ({
    ...(pinned.has(`${employeeId} ${+span.startsAt}`) && pinning),
    draftShiftId: shiftIds[shift]!,
    employeeId,
    reason: reasons[person]![plan.assignments[person]!.indexOf(shift)]!
  }))
}
