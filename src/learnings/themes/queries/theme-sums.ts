import { and, inArray, notInArray, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { staleThemeSums, themeSums } from '../../../../db/schema/theme-sums.ts'

export type ThemeSum = typeof themeSums.$inferSelect

/** Sums of which no theme is marked: of these standing themes, or of all. In one statement, so that a mark is not missed. */
export async function listSums(db: Queryable, standingIds?: readonly string[]): Promise<ThemeSum[]> {
  const unmarked = sql`not ${themeSums.members} && array(select theme_id from stale_theme_sums)`
  return db
    .select()
    .from(themeSums)
    .where(and(unmarked, standingIds && inArray(themeSums.standingId, [...standingIds])))
}

/**
 * When themes with all within them were first reported, by standing theme, as far as the sums tell and no theme is marked;
 * null of which nothing was.
 */
export async function listFirstSubmitted(
  db: Queryable
): Promise<{ standingId: string; members: string[]; at: Date | null }[]> {
  const { standingId, members, firstSubmittedAt: at, learnings } = themeSums
  return db
    .select({ standingId, members, at })
    .from(themeSums)
    .where(
      sql`(${at} is not null or ${learnings} = 0) and not ${members} && array(select theme_id from stale_theme_sums)`
    )
}

/** Only one adds up at a time. */
export async function lockSums(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('theme-sums', 0)) as locked`
  )
  return rows[0]!.locked
}

/** Takes the marks off the list, and with them the sums that they are about. Marks that come later stay. */
export async function dropMarkedSums(tx: Tx): Promise<void> {
  const taken = await tx.delete(staleThemeSums).returning({ themeId: staleThemeSums.themeId })
  const themeIds = [...new Set(taken.map(({ themeId }) => themeId))]
  await tx.delete(themeSums).where(sql`${themeSums.members} && ${sql.param(themeIds)}::uuid[]`)
}

/** Replaces the sums of these themes, and forgets those of themes that stand no more. */
export async function replaceSums(
  tx: Tx,
  sums: ThemeSum[],
  { recounted, standing }: { recounted: string[]; standing: string[] }
): Promise<void> {
  if (recounted.length > 0) await tx.delete(themeSums).where(inArray(themeSums.standingId, recounted))
  if (standing.length > 0) await tx.delete(themeSums).where(notInArray(themeSums.standingId, standing))
  if (sums.length > 0) await tx.insert(themeSums).values(sums)
}
