import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, notExists, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { publicationChanges, publications, type Reversion } from '../../../db/schema/publications.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { Period } from '../period.ts'
import { inBatches } from './in-batches.ts'

/** Any number will do, as long as nothing else locks it. */
const PUBLISHING = 7282

/**
 * Lets publications and reversions happen one after the other, those of different rotations too: they share people
 * and the caps of teams, which no row lock of one rotation covers.
 */
export async function lockPublishing(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PUBLISHING})`)
}

/** Many may hold this at once, but none while a publication is being written. */
export async function shareSeats(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${PUBLISHING})`)
}

/** Holds these people until the transaction ends, in id order. */
export async function lockPeople(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
    .orderBy(asc(employees.id))
    .for('no key update')
}

type ShiftRow = typeof shifts.$inferInsert

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/** Makes the shifts be as planned, new or not; ids by start in milliseconds. */
export async function upsertShifts(tx: Tx, rows: readonly ShiftRow[]): Promise<Map<number, string>> {
  const written = await inBatches(rows, (batch) =>
    tx
      .insert(shifts)
      .values(batch)
      .onConflictDoUpdate({
        target: [shifts.rotationId, shifts.startsAt],
        set: {
          onDay: excluded('on_day'),
          endsAt: excluded('ends_at'),
          minSeats: excluded('min_seats'),
          desiredSeats: excluded('desired_seats'),
          maxSeats: excluded('max_seats'),
          hostsRequired: excluded('hosts_required'),
          isHoliday: excluded('is_holiday')
        }
      })
      .returning({ id: shifts.id, startsAt: shifts.startsAt })
  )
  return new Map(written.map(({ id, startsAt }) => [startsAt.getTime(), id]))
}

type Days = { rotationId: string; after: Date } & Period

/**
 * Closes the shifts of some days that start after an instant, that nobody sits on and that are not among `keep`: the
 * row stays for its history, with no seats to fill.
 */
export async function closeDroppedShifts(tx: Tx, days: Days, keep: string[]): Promise<void> {
  await closeEmptyShifts(tx, days, sql`${shifts.id} <> all(${sql.param(keep)}::uuid[])`)
}

/** The same for the shifts of days that no publication in force covers any more. */
export async function closeUnpublishedShifts(tx: Tx, days: Days): Promise<void> {
  const covering = tx
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        eq(publications.rotationId, shifts.rotationId),
        isNull(publications.revertedAt),
        lte(publications.fromOn, shifts.onDay),
        gt(publications.toOn, shifts.onDay)
      )
    )
  await closeEmptyShifts(tx, days, notExists(covering))
}

async function closeEmptyShifts(tx: Tx, { rotationId, fromOn, toOn, after }: Days, also: SQL): Promise<void> {
  const inForce = tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.shiftId, shifts.id), isNull(assignments.releasedAt)))
  const onThoseDays = and(
    eq(shifts.rotationId, rotationId),
    gte(shifts.onDay, fromOn),
    lt(shifts.onDay, toOn)
  )
  await tx
    .update(shifts)
    .set({ minSeats: 0, desiredSeats: 0, maxSeats: 0, hostsRequired: 0 })
    .where(and(onThoseDays, gt(shifts.startsAt, after), notExists(inForce), also))
}

export async function releaseSeats(tx: Tx, assignmentIds: readonly string[], now: Date): Promise<void> {
  if (assignmentIds.length === 0) return
  await tx
    .update(assignments)
    .set({ releasedAt: now })
    .where(and(inArray(assignments.id, [...assignmentIds]), isNull(assignments.releasedAt)))
}

export async function restoreSeats(tx: Tx, assignmentIds: readonly string[]): Promise<void> {
  if (assignmentIds.length === 0) return
  await tx
    .update(assignments)
    .set({ releasedAt: null })
    .where(inArray(assignments.id, [...assignmentIds]))
}

/** Ids in the order of the rows. */
export async function insertSeats(tx: Tx, rows: (typeof assignments.$inferInsert)[]): Promise<string[]> {
  const written = await inBatches(rows, (batch) =>
    tx.insert(assignments).values(batch).returning({ id: assignments.id })
  )
  return written.map(({ id }) => id)
}

export async function insertPublication(tx: Tx, row: typeof publications.$inferInsert): Promise<string> {
  const [written] = await tx.insert(publications).values(row).returning({ id: publications.id })
  return written!.id
}

export async function insertChanges(
  tx: Tx,
  publicationId: string,
  effect: 'given' | 'taken',
  assignmentIds: readonly string[]
): Promise<void> {
  const rows = assignmentIds.map((assignmentId) => ({ publicationId, assignmentId, effect }))
  await inBatches(rows, async (batch) => {
    await tx.insert(publicationChanges).values(batch)
    return []
  })
}

export async function markReverted(
  tx: Tx,
  publicationId: string,
  reverted: { revertedAt: Date; revertedBy: string | null; reversion: Reversion }
): Promise<void> {
  await tx.update(publications).set(reverted).where(eq(publications.id, publicationId))
}
