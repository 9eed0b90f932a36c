import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { attendances, counterMarks, noShows } from '../../../db/schema/attendances.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { shifts } from '../../../db/schema/shifts.ts'

export async function findAttendance(db: Queryable, assignmentId: string) {
  const [row] = await db.select().from(attendances).where(eq(attendances.assignmentId, assignmentId))
  return row ?? null
}

export async function insertCheckIn(tx: Tx, row: { assignmentId: string; checkedInAt: Date }): Promise<void> {
  await tx.insert(attendances).values(row)
}

export async function markCheckedOut(tx: Tx, assignmentId: string, checkedOutAt: Date): Promise<void> {
  await tx.update(attendances).set({ checkedOutAt }).where(eq(attendances.assignmentId, assignmentId))
}

export async function insertCounterMark(tx: Tx, row: typeof counterMarks.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(counterMarks).values(row).returning({ id: counterMarks.id })
  return inserted!.id
}

/** Latest first. */
export async function listCounterMarks(db: Queryable, assignmentId: string) {
  return db
    .select({
      id: counterMarks.id,
      agrees: counterMarks.agrees,
      minutes: counterMarks.minutes,
      comment: counterMarks.comment,
      markedAt: counterMarks.markedAt,
      markedBy: { id: employees.id, name: employees.name }
    })
    .from(counterMarks)
    .innerJoin(employees, eq(employees.id, counterMarks.markedBy))
    .where(eq(counterMarks.assignmentId, assignmentId))
    .orderBy(desc(counterMarks.markedAt), desc(counterMarks.id))
}

/** Ids of all entries that name a seat, corrections too, first to latest. */
export async function listEntryIdsOfSeat(db: Queryable, assignmentId: string): Promise<string[]> {
  const rows = await db
    .select({ id: ledgerEntries.id })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.assignmentId, assignmentId))
    .orderBy(asc(ledgerEntries.enteredAt), asc(ledgerEntries.id))
  return rows.map(({ id }) => id)
}

const raisers = alias(employees, 'raisers')

const select = (db: Queryable) =>
  db
    .select({
      id: noShows.id,
      assignmentId: noShows.assignmentId,
      employeeId: assignments.employeeId,
      employeeName: employees.name,
      shiftId: shifts.id,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      raisedAt: noShows.raisedAt,
      raisedBy: { id: raisers.id, name: raisers.name },
      answeredAt: noShows.answeredAt,
      answer: noShows.answer,
      withdrawnAt: noShows.withdrawnAt,
      recordedAt: noShows.recordedAt
    })
    .from(noShows)
    .innerJoin(assignments, eq(assignments.id, noShows.assignmentId))
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .innerJoin(raisers, eq(raisers.id, noShows.raisedBy))

export async function findNoShow(db: Queryable, assignmentId: string) {
  const [row] = await select(db).where(eq(noShows.assignmentId, assignmentId))
  return row ?? null
}

export type NoShowRow = NonNullable<Awaited<ReturnType<typeof findNoShow>>>

const isRaised = and(isNull(noShows.answeredAt), isNull(noShows.withdrawnAt), isNull(noShows.recordedAt))

/** Neither answered nor withdrawn nor recorded, of these seats. */
export async function listRaised(db: Queryable, assignmentIds: string[]): Promise<NoShowRow[]> {
  return select(db).where(and(isRaised, inArray(noShows.assignmentId, assignmentIds)))
}

/** The same, raised at an instant or before. */
export async function listRaisedBefore(db: Queryable, at: Date): Promise<NoShowRow[]> {
  return select(db)
    .where(and(isRaised, lte(noShows.raisedAt, at)))
    .orderBy(asc(noShows.id))
}

/** Raises it, also where it was withdrawn before. */
export async function upsertNoShow(
  tx: Tx,
  row: { assignmentId: string; raisedAt: Date; raisedBy: string }
): Promise<void> {
  const fresh = { answeredAt: null, answer: null, withdrawnAt: null }
  const { raisedAt, raisedBy } = row
  await tx
    .insert(noShows)
    .values(row)
    .onConflictDoUpdate({
      target: noShows.assignmentId,
      set: { raisedAt, raisedBy, ...fresh },
      setWhere: sql`${noShows.withdrawnAt} is not null`
    })
}

export async function updateNoShow(
  tx: Tx,
  noShowId: string,
  change: Partial<typeof noShows.$inferInsert>
): Promise<void> {
  await tx.update(noShows).set(change).where(eq(noShows.id, noShowId))
}
