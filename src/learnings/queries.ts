import { and, desc, eq, gte, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../db/client.ts'
import { employees } from '../../db/schema/employees.ts'
import { fixItBlocks } from '../../db/schema/fix-it-blocks.ts'
import { learnings, nothingNewAnswers } from '../../db/schema/learnings.ts'
import { productAreas } from '../../db/schema/product-areas.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'
import { themeLearnings } from '../../db/schema/themes.ts'
import type { LearningType } from '../words.ts'
import { type AsOf, inForceAt, pastOf } from './queries/as-of.ts'

export async function lockEmployee(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

export async function insertLearning(tx: Tx, row: typeof learnings.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(learnings).values(row).returning({ id: learnings.id })
  return inserted!.id
}

export async function updateLearning(
  tx: Tx,
  learningId: string,
  changes: Partial<typeof learnings.$inferInsert>
): Promise<void> {
  await tx.update(learnings).set(changes).where(eq(learnings.id, learningId))
}

/** Who wrote it, and when its shift was over; null when there is none or it was withdrawn. */
export async function lockLearning(tx: Tx, learningId: string) {
  const [row] = await tx
    .select({ id: learnings.id, employeeId: learnings.employeeId, shiftEndsAt: shifts.endsAt })
    .from(learnings)
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .where(and(eq(learnings.id, learningId), isNull(learnings.withdrawnAt)))
    .for('update', { of: learnings })
  return row ?? null
}

/** Whether fix-it time is booked or credited for it. */
export async function hasFixIt(tx: Tx, learningId: string): Promise<boolean> {
  return (await tx.$count(fixItBlocks, eq(fixItBlocks.learningId, learningId))) > 0
}

export async function leaveTheme(
  tx: Tx,
  learningId: string,
  left: { leftAt: Date; leftBy: string }
): Promise<void> {
  await tx
    .update(themeLearnings)
    .set(left)
    .where(and(eq(themeLearnings.learningId, learningId), isNull(themeLearnings.leftAt)))
}

export async function isAreaOffered(tx: Tx, areaId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(eq(productAreas.id, areaId), isNull(productAreas.archivedAt)))
    .for('key share')
  return rows.length === 1
}

export async function countLearnings(db: Queryable, shiftId: string, employeeId: string): Promise<number> {
  const theirs = and(eq(learnings.shiftId, shiftId), eq(learnings.employeeId, employeeId))
  return db.$count(learnings, and(theirs, isNull(learnings.withdrawnAt)))
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

/** How many customers and minutes a learning tells of, now or at a moment: its writer may have corrected it since. */
function amounts(asOf: AsOf) {
  const { timesThisShift, minutesLost } = learnings
  if (!asOf) return { timesThisShift, minutesLost }
  const past = pastOf('learnings', learnings.id, asOf)
  return {
    timesThisShift: sql<number>`coalesce((${past} ->> 'times_this_shift')::int, ${timesThisShift})`,
    minutesLost: sql<number>`coalesce((${past} ->> 'minutes_lost')::int, ${minutesLost})`
  }
}

const columnsAt = (asOf: AsOf) => ({
  id: learnings.id,
  shiftId: learnings.shiftId,
  shiftStartsAt: shifts.startsAt,
  shiftOnDay: shifts.onDay,
  rotationId: rotations.id,
  rotationName: rotations.name,
  type: learnings.type,
  areaId: learnings.areaId,
  areaName: productAreas.name,
  /** As it was put in; the theme may stand within another one. */
  themeId: themeLearnings.themeId,
  triedTo: learnings.triedTo,
  obstacle: learnings.obstacle,
  customerWords: learnings.customerWords,
  ...amounts(asOf),
  ticketUrl: learnings.ticketUrl,
  action: learnings.action,
  canFix: learnings.canFix,
  submittedAt: learnings.submittedAt,
  editedAt: learnings.editedAt,
  submittedBy: { id: employees.id, name: employees.name, teamId: employees.teamId }
})

const learningsInFull = (db: Queryable, asOf: AsOf = null) =>
  db
    .select(columnsAt(asOf))
    .from(learnings)
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, learnings.employeeId))
    .leftJoin(productAreas, eq(productAreas.id, learnings.areaId))
    .leftJoin(
      themeLearnings,
      and(
        eq(themeLearnings.learningId, learnings.id),
        inForceAt(themeLearnings.joinedAt, themeLearnings.leftAt, asOf)
      )
    )
    .$dynamic()

export async function findLearning(db: Queryable, learningId: string) {
  const [row] = await learningsInFull(db).where(
    and(eq(learnings.id, learningId), isNull(learnings.withdrawnAt))
  )
  return row ?? null
}

export type LearningRow = NonNullable<Awaited<ReturnType<typeof findLearning>>>

export interface LearningsFilter {
  type?: LearningType
  rotationId?: string
  /** The team, today, of who handed the learning in. */
  teamId?: string
  /** Who handed it in. */
  employeeId?: string
  areaId?: string
  /** In any of these themes, as put in. */
  themeIds?: string[]
  /** Whether it is in a theme. */
  isThemed?: boolean
  /** Only those whose writer offers to fix it, or does not. */
  canFix?: boolean
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

const equal = <Value>(column: PgColumn, value: Value | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value)

function matching({ themeIds, isThemed, from, to, q, ...same }: LearningsFilter): SQL | undefined {
  return and(
    isNull(learnings.withdrawnAt),
    equal(learnings.type, same.type),
    equal(rotations.id, same.rotationId),
    equal(employees.teamId, same.teamId),
    equal(employees.id, same.employeeId),
    equal(learnings.areaId, same.areaId),
    equal(learnings.canFix, same.canFix),
    themeIds && inArray(themeLearnings.themeId, themeIds),
    isThemed === undefined ? undefined : (isThemed ? isNotNull : isNull)(themeLearnings.themeId),
    from && gte(learnings.submittedAt, from),
    to && lt(learnings.submittedAt, to),
    q === undefined ? undefined : contains(q)
  )
}

/** The learnings that were in these themes at a moment, newest first; words are those of today, taken back ones have none. */
export async function selectLearningsAsOf(
  db: Queryable,
  themeIds: readonly string[],
  { asOf, limit }: { asOf: Date; limit: number }
): Promise<LearningRow[]> {
  return learningsInFull(db, asOf)
    .where(inArray(themeLearnings.themeId, [...themeIds]))
    .orderBy(desc(learnings.submittedAt), desc(learnings.id))
    .limit(limit)
}

/** Newest first. */
export async function selectLearnings(
  db: Queryable,
  filter: LearningsFilter,
  page: { after: { at: Date; id: string } | null; limit: number }
): Promise<LearningRow[]> {
  return learningsInFull(db)
    .where(and(matching(filter), page.after ? olderThan(page.after) : undefined))
    .orderBy(desc(learnings.submittedAt), desc(learnings.id))
    .limit(page.limit)
}
