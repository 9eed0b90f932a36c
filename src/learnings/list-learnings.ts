import type { Queryable } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { type PageOf, pageOf, readInstantCursor } from '../lib/paging.ts'
import { LearningNotFound, LearningsFilterNotValid } from './errors.ts'
import { findLearning, type LearningRow, type LearningsFilter, selectLearnings } from './queries.ts'
import { readThemesWithin, withStandingThemes } from './themes/read-themed.ts'

/** A learning with the theme in which it stands now. */
export type Learning = Omit<LearningRow, 'themeId'> & { theme: { id: string; title: string } | null }

export interface LearningsQuestion extends Omit<LearningsFilter, 'from' | 'to' | 'themeIds'> {
  /** In this theme or one merged into it. */
  themeId?: string
  /** Instants as text. */
  from?: string
  to?: string
  cursor?: string
  limit?: number
}

/** What was heard, newest first: all of it is for everybody in the company. */
export async function listLearnings(
  ctx: AnyContext,
  { cursor, limit = 50, from, to, themeId, ...filter }: LearningsQuestion
): Promise<PageOf<Learning>> {
  const after = readInstantCursor(cursor)
  const span = {
    ...(from !== undefined && { from: instantIn('from', from) }),
    ...(to !== undefined && { to: instantIn('to', to) })
  }
  const within = themeId === undefined ? {} : { themeIds: await readThemesWithin(ctx.db, themeId) }
  const rows = await selectLearnings(ctx.db, { ...filter, ...span, ...within }, { after, limit: limit + 1 })
  const page = pageOf(rows, limit, (row) => ({ key: row.submittedAt.toISOString(), id: row.id }))
  return { ...page, items: await withStandingThemes(ctx.db, page.items) }
}

/** @throws {LearningNotFound} also for one that was withdrawn. */
export async function readLearning(ctx: AnyContext, learningId: string): Promise<Learning> {
  return readLearningIn(ctx.db, learningId)
}

/** The same inside a transaction or outside one. */
export async function readLearningIn(db: Queryable, learningId: string): Promise<Learning> {
  const learning = await findLearning(db, learningId)
  if (!learning) throw new LearningNotFound({ learningId })
  const [themed] = await withStandingThemes(db, [learning])
  return themed!
}

/** The schema lets a leap second through, which no `Date` can hold. */
function instantIn(field: 'from' | 'to', text: string): Date {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new LearningsFilterNotValid({ field })
  return at
}
