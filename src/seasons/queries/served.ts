import { and, asc, eq, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { csatAnswers, servedCases, servedCounts } from '../../../db/schema/served-cases.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { FoundPain } from '../../engine/insight/delivery-gap.ts'
import type { ServedCounts } from '../../engine/insight/share-served.ts'

type Days = { fromOn: string; toOn: string }

export async function insertCase(tx: Tx, row: typeof servedCases.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(servedCases).values(row).returning({ id: servedCases.id })
  return inserted!.id
}

/** The tapped case with its shift, if this person tapped it. */
export async function findCaseOf(db: Queryable, caseId: string, employeeId: string) {
  const [row] = await db
    .select({
      id: servedCases.id,
      seatId: servedCases.assignmentId,
      shiftId: assignments.shiftId,
      servedWell: servedCases.servedWell
    })
    .from(servedCases)
    .innerJoin(assignments, eq(assignments.id, servedCases.assignmentId))
    .where(and(eq(servedCases.id, caseId), eq(assignments.employeeId, employeeId)))
  return row ?? null
}

export async function deleteCase(tx: Tx, caseId: string): Promise<boolean> {
  const rows = await tx
    .delete(servedCases)
    .where(eq(servedCases.id, caseId))
    .returning({ id: servedCases.id })
  return rows.length === 1
}

/** What was tapped in a seat, first to last. */
export async function listCases(db: Queryable, seatId: string) {
  return db
    .select({ id: servedCases.id, servedWell: servedCases.servedWell, answeredAt: servedCases.answeredAt })
    .from(servedCases)
    .where(eq(servedCases.assignmentId, seatId))
    .orderBy(asc(servedCases.answeredAt), asc(servedCases.id))
}

export async function findCounts(db: Queryable, seatId: string) {
  const [row] = await db
    .select({
      yes: servedCounts.yes,
      no: servedCounts.no,
      unsure: servedCounts.unsure,
      countedAt: servedCounts.countedAt
    })
    .from(servedCounts)
    .where(eq(servedCounts.assignmentId, seatId))
  return row ?? null
}

export async function upsertCounts(tx: Tx, row: typeof servedCounts.$inferInsert): Promise<void> {
  const { assignmentId: _, ...set } = row
  await tx.insert(servedCounts).values(row).onConflictDoUpdate({ target: servedCounts.assignmentId, set })
}

export async function upsertMood(tx: Tx, row: typeof shiftMoods.$inferInsert): Promise<void> {
  const { assignmentId: _, ...set } = row
  await tx.insert(shiftMoods).values(row).onConflictDoUpdate({ target: shiftMoods.assignmentId, set })
}

export async function findMood(db: Queryable, seatId: string) {
  const [row] = await db
    .select({ mood: shiftMoods.mood, answeredAt: shiftMoods.answeredAt })
    .from(shiftMoods)
    .where(eq(shiftMoods.assignmentId, seatId))
  return row ?? null
}

/**
 * What the people of the shifts of some days said of their cases. A seat's counts stand in for its taps. Counts and taps are
 * each read once: asking of every seat for its own costs five times as much.
 */
export async function sumServed(db: Queryable, { fromOn, toOn }: Days): Promise<ServedCounts> {
  const { rows } = await db.execute<{ yes: number; no: number; unsure: number }>(sql`
    with seat as (
      select a.id from assignments a join shifts s on s.id = a.shift_id
      where s.on_day >= ${fromOn} and s.on_day < ${toOn}
    ), said as (
      select c.yes, c.no, c.unsure from served_counts c where c.assignment_id in (select id from seat)
      union all
      select count(*) filter (where served_well = 'yes'), count(*) filter (where served_well = 'no'),
        count(*) filter (where served_well = 'unsure')
      from served_cases t
      where t.assignment_id in (select id from seat)
        and not exists (select from served_counts c where c.assignment_id = t.assignment_id)
    )
    select coalesce(sum(yes), 0)::int as yes, coalesce(sum(no), 0)::int as no, coalesce(sum(unsure), 0)::int as unsure
    from said`)
  return rows[0]!
}

/** What customers answered on some days: how many gave each score. */
export async function countScores(db: Queryable, { fromOn, toOn }: Days) {
  return db
    .select({ score: csatAnswers.score, answers: sql<number>`count(*)`.mapWith(Number) })
    .from(csatAnswers)
    .where(and(gte(csatAnswers.answeredOn, fromOn), lt(csatAnswers.answeredOn, toOn)))
    .groupBy(csatAnswers.score)
}

/** Parts of the product by what went wrong with them on the shifts of some days; praise is no pain. */
export async function listFoundPains(db: Queryable, { fromOn, toOn }: Days): Promise<FoundPain[]> {
  return db
    .select({
      areaId: productAreas.id,
      name: productAreas.name,
      learnings: sql<number>`count(*)`.mapWith(Number),
      customers: sql<number>`sum(${learnings.timesThisShift})`.mapWith(Number)
    })
    .from(learnings)
    .innerJoin(productAreas, eq(productAreas.id, learnings.areaId))
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .where(
      and(
        gte(shifts.onDay, fromOn),
        lt(shifts.onDay, toOn),
        isNull(learnings.withdrawnAt),
        isNotNull(learnings.areaId),
        ne(learnings.type, 'praise')
      )
    )
    .groupBy(productAreas.id, productAreas.name)
    .orderBy(asc(productAreas.id))
}

/** What is known of these answers of customers. Nobody else imports meanwhile. */
export async function lockCsatAnswers(tx: Tx, references: readonly string[]) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('csat answers', 0))`)
  if (references.length === 0) return []
  return tx
    .select({
      reference: csatAnswers.reference,
      answeredOn: csatAnswers.answeredOn,
      score: csatAnswers.score
    })
    .from(csatAnswers)
    .where(sql`${csatAnswers.reference} = any(${sql.param([...references])}::text[])`)
}

/** Rows per statement: PostgreSQL takes 65,535 parameters, and a row has six. */
const BATCH = 1000

export async function upsertCsatAnswers(
  tx: Tx,
  rows: readonly (typeof csatAnswers.$inferInsert)[]
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insert(csatAnswers)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: csatAnswers.reference,
        set: {
          answeredOn: sql`excluded.answered_on`,
          score: sql`excluded.score`,
          importedAt: sql`excluded.imported_at`,
          importedBy: sql`excluded.imported_by`
        }
      })
  }
}
