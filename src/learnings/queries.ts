import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  ilike,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
  sql
} from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import { learnings, nothingNewAnswers } from '../../db/schema/learnings.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'
import type { LearningType } from '../words.ts'

export async function lockEmployee(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

/** The shift with the seat that this person holds on it, if any. */
export async function findShiftOf(db: Queryable, shiftId: string, employeeId: string) {
  const [row] = await db
    .select({
      shiftId: shifts.id,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      assignmentId: assignments.id
    })
    .from(shifts)
    .leftJoin(
      assignments,
      and(
        eq(assignments.shiftId, shifts.id),
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt)
      )
    )
    .where(eq(shifts.id, shiftId))
  return row ?? null
}

export async function insertLearning(tx: Tx, row: typeof learnings.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(learnings).values(row).returning({ id: learnings.id })
  return inserted!.id
}

export async function countLearnings(db: Queryable, shiftId: string, employeeId: string): Promise<number> {
  return db.$count(learnings, and(eq(learnings.shiftId, shiftId), eq(learnings.employeeId, employeeId)))
}

export async function insertNothingNew(tx: Tx, row: typeof nothingNewAnswers.$inferInsert): Promise<void> {
  await tx.insert(nothingNewAnswers).values(row)
}

export async function findNothingNew(db: Queryable, assignmentId: string) {
  const [row] = await db
    .select()
    .from(nothingNewAnswers)
    .where(eq(nothingNewAnswers.assignmentId, assignmentId))
  return row ?? null
}

const learningColumns = {
  id: learnings.id,
  shiftId: learnings.shiftId,
  shiftStartsAt: shifts.startsAt,
  rotationId: rotations.id,
  rotationName: rotations.name,
  type: learnings.type,
  triedTo: learnings.triedTo,
  obstacle: learnings.obstacle,
  customerWords: learnings.customerWords,
  timesThisShift: learnings.timesThisShift,
  minutesLost: learnings.minutesLost,
  ticketUrl: learnings.ticketUrl,
  action: learnings.action,
  submittedAt: learnings.submittedAt,
  submittedBy: { id: employees.id, name: employees.name, teamId: employees.teamId }
}

const learningsInFull = (db: Queryable) =>
  db
    .select(learningColumns)
    .from(learnings)
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, learnings.employeeId))
    .$dynamic()

export async function findLearning(db: Queryable, learningId: string) {
  const [row] = await learningsInFull(db).where(eq(learnings.id, learningId))
  return row ?? null
}

export type LearningRow = NonNullable<Awaited<ReturnType<typeof findLearning>>>

export interface LearningsFilter {
  type?: LearningType
  rotationId?: string
  /** The team, today, of who handed the learning in. */
  teamId?: string
  /** Handed in at or after. */
  from?: Date
  /** Handed in before. */
  to?: Date
  /** Part of any of the texts, in whatever case. */
  q?: string
}

function contains(q: string): SQL | undefined {
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
  const texts = [learnings.triedTo, learnings.obstacle, learnings.customerWords, learnings.action]
  return or(...texts.map((text) => ilike(text, pattern)))
}

const olderThan = ({ at, id }: { at: Date; id: string }): SQL | undefined =>
  or(lt(learnings.submittedAt, at), and(eq(learnings.submittedAt, at), lt(learnings.id, id)))

/** Newest first. */
export async function selectLearnings(
  db: Queryable,
  { type, rotationId, teamId, from, to, q }: LearningsFilter,
  page: { after: { at: Date; id: string } | null; limit: number }
): Promise<LearningRow[]> {
  return learningsInFull(db)
    .where(
      and(
        type && eq(learnings.type, type),
        rotationId === undefined ? undefined : eq(rotations.id, rotationId),
        teamId === undefined ? undefined : eq(employees.teamId, teamId),
        from && gte(learnings.submittedAt, from),
        to && lt(learnings.submittedAt, to),
        q === undefined ? undefined : contains(q),
        page.after ? olderThan(page.after) : undefined
      )
    )
    .orderBy(desc(learnings.submittedAt), desc(learnings.id))
    .limit(page.limit)
}

/** Shifts of a person that ended after `since` and by `now` without a learning of theirs or a "nothing new". */
export async function listUnansweredShifts(
  db: Queryable,
  employeeId: string,
  span: { since: Date; now: Date }
) {
  const heard = db
    .select({ one: sql`1` })
    .from(learnings)
    .where(and(eq(learnings.shiftId, shifts.id), eq(learnings.employeeId, employeeId)))
  const nothing = db
    .select({ one: sql`1` })
    .from(nothingNewAnswers)
    .where(eq(nothingNewAnswers.assignmentId, assignments.id))
  return db
    .select({
      shiftId: shifts.id,
      assignmentId: assignments.id,
      rotationId: rotations.id,
      rotationName: rotations.name,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        gt(shifts.endsAt, span.since),
        lte(shifts.endsAt, span.now),
        notExists(heard),
        notExists(nothing)
      )
    )
    .orderBy(asc(shifts.endsAt))
}
