import { inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { servedCases, servedCounts } from '../../../db/schema/served-cases.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'

const said = (table: typeof servedCases | typeof servedCounts | typeof shiftMoods) =>
  sql<boolean>`exists (select from ${table} where ${table.assignmentId} = ${assignments}.id)`

/** What was said of each of these seats: of its cases, one by one or as a count, and of the mood after it. */
export async function listAnswers(db: Queryable, assignmentIds: string[]) {
  const rows = await db
    .select({
      id: assignments.id,
      hasCases: sql<boolean>`${said(servedCases)} or ${said(servedCounts)}`,
      hasMood: said(shiftMoods)
    })
    .from(assignments)
    .where(inArray(assignments.id, assignmentIds))
  return new Map(rows.map(({ id, ...answers }) => [id, answers]))
}
