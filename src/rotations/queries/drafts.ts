import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import {
  type DraftOutlook,
  draftAssignments,
  draftShifts,
  drafts,
  type PlanningProgress
} from '../../../db/schema/drafts.ts'
import { employees } from '../../../db/schema/employees.ts'
import { publications } from '../../../db/schema/publications.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import type { Score } from '../../engine/plan/problem.ts'
import { inBatches } from './in-batches.ts'

const creators = alias(employees, 'creators')

const COLUMNS = {
  id: drafts.id,
  rotationId: drafts.rotationId,
  rotationName: rotations.name,
  timeZone: rotations.timeZone,
  leadTimeDays: rotations.leadTimeDays,
  fromOn: drafts.fromOn,
  toOn: drafts.toOn,
  mode: drafts.mode,
  seed: drafts.seed,
  score: drafts.score,
  bound: drafts.bound,
  progress: drafts.progress,
  heardAt: drafts.heardAt,
  failure: drafts.failure,
  factsDigest: drafts.factsDigest,
  createdAt: drafts.createdAt,
  createdById: drafts.createdBy,
  createdByName: creators.name,
  discardedAt: drafts.discardedAt,
  publicationId: publications.id,
  openSeats: sql<number>`(
    select coalesce(sum(greatest(0, s.desired_seats - (
      select count(*) from draft_assignments a where a.draft_shift_id = s.id
    ))), 0)::int from draft_shifts s where s.draft_id = ${drafts.id}
  )`,
  shiftsBelowMinimum: sql<number>`(
    select count(*)::int from draft_shifts s where s.draft_id = ${drafts.id} and s.min_seats > (
      select count(*) from draft_assignments a where a.draft_shift_id = s.id
    )
  )`
}

const found = (db: Queryable) =>
  db
    .select(COLUMNS)
    .from(drafts)
    .innerJoin(rotations, eq(rotations.id, drafts.rotationId))
    .leftJoin(creators, eq(creators.id, drafts.createdBy))
    .leftJoin(publications, eq(publications.draftId, drafts.id))

export type DraftRow = Awaited<ReturnType<typeof listDrafts>>[number]

/** Newest first. */
export async function listDrafts(
  db: Queryable,
  rotationId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
) {
  const older = after
    ? sql`(${drafts.createdAt}, ${drafts.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  return found(db)
    .where(and(eq(drafts.rotationId, rotationId), older))
    .orderBy(desc(drafts.createdAt), desc(drafts.id))
    .limit(limit)
}

export async function findDraft(db: Queryable, draftId: string): Promise<DraftRow | null> {
  const [row] = await found(db).where(eq(drafts.id, draftId))
  return row ?? null
}

/** How it looked when that was last reckoned. */
export async function findOutlook(db: Queryable, draftId: string): Promise<DraftOutlook | null> {
  const [row] = await db.select({ outlook: drafts.outlook }).from(drafts).where(eq(drafts.id, draftId))
  return row?.outlook ?? null
}

export async function markOutlook(db: Queryable, draftId: string, outlook: DraftOutlook): Promise<void> {
  await db.update(drafts).set({ outlook }).where(eq(drafts.id, draftId))
}

/** Planned drafts that wait for a decision, whose days are not over and whose outlook is older than that; the oldest first. */
export async function listDraftsToReckon(
  db: Queryable,
  { today, olderThan, limit }: { today: string; olderThan: Date; limit: number }
): Promise<string[]> {
  const at = sql`(${drafts.outlook} ->> 'at')::timestamptz`
  const rows = await db
    .select({ id: drafts.id })
    .from(drafts)
    .leftJoin(publications, eq(publications.draftId, drafts.id))
    .where(
      and(
        isNotNull(drafts.score),
        isNull(drafts.discardedAt),
        isNull(publications.id),
        gt(drafts.toOn, today),
        or(isNull(drafts.outlook), lt(at, olderThan))
      )
    )
    .orderBy(sql`${at} nulls first`)
    .limit(limit)
  return rows.map(({ id }) => id)
}

export async function lockDraft(tx: Tx, draftId: string) {
  const [row] = await tx.select().from(drafts).where(eq(drafts.id, draftId)).for('update')
  return row ?? null
}

export async function markDiscarded(tx: Tx, draftId: string, now: Date): Promise<void> {
  await tx.update(drafts).set({ discardedAt: now }).where(eq(drafts.id, draftId))
}

export async function markPlanned(
  tx: Tx,
  draftId: string,
  plan: { score: Score; bound: number }
): Promise<void> {
  await tx.update(drafts).set(plan).where(eq(drafts.id, draftId))
}

export async function markFailed(db: Queryable, draftId: string, failure: string): Promise<void> {
  await db.update(drafts).set({ failure }).where(eq(drafts.id, draftId))
}

export async function markStopRequested(tx: Tx, draftId: string, now: Date): Promise<void> {
  await tx.update(drafts).set({ stopRequestedAt: now }).where(eq(drafts.id, draftId))
}

/** The planner's sign of life; tells whether anybody wants it to stop. */
export async function noteProgress(
  db: Queryable,
  draftId: string,
  sign: { heardAt: Date; progress: PlanningProgress | null }
): Promise<boolean> {
  const [row] = await db
    .update(drafts)
    .set(sign)
    .where(eq(drafts.id, draftId))
    .returning({ stop: sql<boolean>`coalesce(${drafts.stopRequestedAt}, ${drafts.discardedAt}) is not null` })
  return row?.stop ?? true
}

/** By start. */
export async function listDraftShifts(db: Queryable, draftId: string) {
  return db
    .select()
    .from(draftShifts)
    .where(eq(draftShifts.draftId, draftId))
    .orderBy(asc(draftShifts.startsAt))
}

/** Who a draft puts where, by start and name, hosts first. */
export async function listDraftSeats(db: Queryable, draftId: string) {
  return db
    .select({
      draftShiftId: draftAssignments.draftShiftId,
      employeeId: draftAssignments.employeeId,
      name: employees.name,
      teamId: employees.teamId,
      isHost: employees.isHost,
      reason: draftAssignments.reason,
      pinnedAt: draftAssignments.pinnedAt,
      onDay: draftShifts.onDay,
      startsAt: draftShifts.startsAt,
      endsAt: draftShifts.endsAt
    })
    .from(draftAssignments)
    .innerJoin(draftShifts, eq(draftShifts.id, draftAssignments.draftShiftId))
    .innerJoin(employees, eq(employees.id, draftAssignments.employeeId))
    .where(eq(draftShifts.draftId, draftId))
    .orderBy(asc(draftShifts.startsAt), desc(employees.isHost), asc(employees.name), asc(employees.id))
}

/** Pins a seat of a draft or lets it go; whoever pinned it first stays. */
export async function markPinned(
  tx: Tx,
  of: { draftId: string; draftShiftId: string; employeeId: string },
  pinned: { pinnedAt: Date | null; pinnedBy: string | null }
): Promise<'changed' | 'unchanged' | 'not-found'> {
  const isSeat = and(
    eq(draftAssignments.draftShiftId, of.draftShiftId),
    eq(draftAssignments.employeeId, of.employeeId)
  )
  const [seat] = await tx
    .select({ pinnedAt: draftAssignments.pinnedAt })
    .from(draftAssignments)
    .innerJoin(draftShifts, eq(draftShifts.id, draftAssignments.draftShiftId))
    .where(and(isSeat, eq(draftShifts.draftId, of.draftId)))
  if (!seat) return 'not-found'
  if ((seat.pinnedAt === null) === (pinned.pinnedAt === null)) return 'unchanged'
  await tx.update(draftAssignments).set(pinned).where(isSeat)
  return 'changed'
}

export type DraftSeat = Awaited<ReturnType<typeof listDraftSeats>>[number]

export async function insertDraft(tx: Tx, draft: typeof drafts.$inferInsert): Promise<string> {
  const [row] = await tx.insert(drafts).values(draft).returning({ id: drafts.id })
  return row!.id
}

/** Ids in the order of the rows. */
export async function insertDraftShifts(
  tx: Tx,
  rows: (typeof draftShifts.$inferInsert)[]
): Promise<string[]> {
  const ids = await inBatches(rows, (batch) =>
    tx.insert(draftShifts).values(batch).returning({ id: draftShifts.id })
  )
  return ids.map(({ id }) => id)
}

export async function insertDraftSeats(
  tx: Tx,
  rows: (typeof draftAssignments.$inferInsert)[]
): Promise<void> {
  await inBatches(rows, async (batch) => {
    await tx.insert(draftAssignments).values(batch)
    return []
  })
}
