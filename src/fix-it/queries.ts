import { and, asc, desc, eq, gt, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import { fixItBlocks } from '../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../db/schema/learnings.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'

export async function lockPerson(tx: Tx, employeeId: string): Promise<void> {
  await tx.select({ id: employees.id }).from(employees).where(eq(employees.id, employeeId)).for('update')
}

/** A seat that the person holds, with what its rotation says of fix-it time and when the person works. */
export async function findOwnSeat(db: Queryable, assignmentId: string, employeeId: string) {
  const [row] = await db
    .select({
      assignmentId: assignments.id,
      shiftId: shifts.id,
      endsAt: assignments.heldEndsAt,
      countsFixIt: rotations.countsFixIt,
      fixItMinutes: rotations.fixItMinutes,
      timeZone: employees.timeZone,
      workingDays: employees.workingDays,
      country: employees.country,
      region: employees.region
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(
      and(
        eq(assignments.id, assignmentId),
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt)
      )
    )
  return row ?? null
}

export async function isLearningOfShift(tx: Tx, learningId: string, shiftId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: learnings.id })
    .from(learnings)
    .where(and(eq(learnings.id, learningId), eq(learnings.shiftId, shiftId), isNull(learnings.withdrawnAt)))
    .for('key share')
  return rows.length === 1
}

type Span = { startsAt: Date; endsAt: Date }

/** A seat of the person that overlaps. */
export async function findSeatWithin(db: Queryable, employeeId: string, { startsAt, endsAt }: Span) {
  const [row] = await db
    .select({
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        lt(assignments.heldStartsAt, endsAt),
        gt(assignments.heldEndsAt, startsAt)
      )
    )
    .limit(1)
  return row ?? null
}

/** Blocks that touch a span, of these people or of everybody. */
export async function listBlockSpans(
  db: Queryable,
  { employeeIds, from, to }: { employeeIds?: readonly string[]; from: Date; to: Date }
) {
  const among = employeeIds && sql`${fixItBlocks.employeeId} = any(${sql.param([...employeeIds])}::uuid[])`
  return db
    .select({
      employeeId: fixItBlocks.employeeId,
      startsAt: fixItBlocks.startsAt,
      endsAt: fixItBlocks.endsAt
    })
    .from(fixItBlocks)
    .where(and(lt(fixItBlocks.startsAt, to), gt(fixItBlocks.endsAt, from), among))
    .orderBy(asc(fixItBlocks.employeeId), asc(fixItBlocks.startsAt))
}

export async function insertBlock(tx: Tx, row: typeof fixItBlocks.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(fixItBlocks).values(row).returning({ id: fixItBlocks.id })
  return inserted!.id
}

const select = (db: Queryable, where: SQL | undefined) =>
  db
    .select({
      id: fixItBlocks.id,
      assignmentId: fixItBlocks.assignmentId,
      shiftId: assignments.shiftId,
      learning: { id: learnings.id, triedTo: learnings.triedTo, obstacle: learnings.obstacle },
      kind: fixItBlocks.kind,
      startsAt: fixItBlocks.startsAt,
      endsAt: fixItBlocks.endsAt,
      doneAt: fixItBlocks.doneAt,
      outcome: fixItBlocks.outcome
    })
    .from(fixItBlocks)
    .innerJoin(assignments, eq(assignments.id, fixItBlocks.assignmentId))
    .innerJoin(learnings, eq(learnings.id, fixItBlocks.learningId))
    .where(where)
    .orderBy(desc(fixItBlocks.startsAt))

export async function findOwnBlock(db: Queryable, fixItId: string, employeeId: string) {
  const [row] = await select(db, and(eq(fixItBlocks.id, fixItId), eq(fixItBlocks.employeeId, employeeId)))
  return row ?? null
}

/** Latest first. */
export async function listOwnBlocks(db: Queryable, employeeId: string) {
  return select(db, eq(fixItBlocks.employeeId, employeeId))
}

/** Another block of the person at the same time. */
export async function findBlockWithin(
  db: Queryable,
  employeeId: string,
  { startsAt, endsAt, besideSeat }: Span & { besideSeat: string }
) {
  const [row] = await db
    .select({ startsAt: fixItBlocks.startsAt, endsAt: fixItBlocks.endsAt })
    .from(fixItBlocks)
    .where(
      and(
        eq(fixItBlocks.employeeId, employeeId),
        ne(fixItBlocks.assignmentId, besideSeat),
        lt(fixItBlocks.startsAt, endsAt),
        gt(fixItBlocks.endsAt, startsAt)
      )
    )
    .limit(1)
  return row ?? null
}

export async function markDone(tx: Tx, fixItId: string, done: { doneAt: Date; outcome: string }) {
  await tx.update(fixItBlocks).set(done).where(eq(fixItBlocks.id, fixItId))
}

export async function deleteBlock(tx: Tx, fixItId: string): Promise<void> {
  await tx.delete(fixItBlocks).where(eq(fixItBlocks.id, fixItId))
}
