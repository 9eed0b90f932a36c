import type { AnyContext } from '../context.ts'
import { type PageOf, pageOf, readInstantCursor } from '../lib/paging.ts'
import { LearningNotFound, LearningsFilterNotValid } from './errors.ts'
import { findLearning, type LearningRow, type LearningsFilter, selectLearnings } from './queries.ts'

export interface LearningsQuestion extends Omit<LearningsFilter, 'from' | 'to'> {
  /** Instants as text. */
  from?: string
  to?: string
  cursor?: string
  limit?: number
}

/** What was heard, newest first: all of it is for everybody in the company. */
export async function listLearnings(
  ctx: AnyContext,
  { cursor, limit = 50, from, to, ...filter }: LearningsQuestion
): Promise<PageOf<LearningRow>> {
  const after = readInstantCursor(cursor)
  const span = {
    ...(from !== undefined && { from: instantIn('from', from) }),
    ...(to !== undefined && { to: instantIn('to', to) })
  }
  const rows = await selectLearnings(ctx.db, { ...filter, ...span }, { after, limit: limit + 1 })
  return pageOf(rows, limit, (row) => ({ key: row.submittedAt.toISOString(), id: row.id }))
}

/** @throws {LearningNotFound} */
export async function readLearning(ctx: AnyContext, learningId: string): Promise<LearningRow> {
  const learning = await findLearning(ctx.db, learningId)
  if (!learning) throw new LearningNotFound({ learningId })
  return learning
}

/** The schema lets a leap second through, which no `Date` can hold. */
function instantIn(field: 'from' | 'to', text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new LearningsFilterNotValid({ field })
  return at
}
