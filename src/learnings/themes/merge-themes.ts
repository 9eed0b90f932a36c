import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import { afterArrival } from './after-arrival.ts'
import {
  ThemeMergedIntoItself,
  ThemeNotFound,
  ThemeNotMerged,
  ThemeNotYours,
  ThemeNotYoursToDecide,
  ThemeStandsWithin
} from './errors.ts'
import { listReporterIds } from './queries/memberships.ts'
import { insertMerge, listMerges, markMergeUndone } from './queries/merges.ts'
import { lockThemes, type ThemeRow } from './queries/themes.ts'
import { readStandingThemes } from './read-standing-themes.ts'
import { readStandings } from './read-standings.ts'
import { standingTowards } from './standing-towards.ts'
import { tellOfTheme } from './tell-of-theme.ts'

/**
 * Lets a theme stand within another one that says the same. No learning moves, so nobody who reported either is lost,
 * each is counted once, and undoing gives back what was there. A theme that waits is merged into one that is decided
 * only by who may decide it: that answers its reporters, who are told.
 *
 * @throws {ThemeNotFound} {@link ThemeMergedIntoItself} {@link ThemeStandsWithin} {@link ThemeNotYours}
 *   {@link ThemeNotYoursToDecide}
 */
export async function mergeTheme(ctx: Context, themeId: string, intoId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [theme, into] = await lockBoth(tx, themeId, intoId)
    if (theme.id === into.id) throw new ThemeMergedIntoItself({ themeId: theme.id })
    const standing = await readStandingThemes(tx)
    for (const { id } of [theme, into]) {
      const standsWithinId = standing.get(id)
      if (standsWithinId) throw new ThemeStandsWithin({ themeId: id, standsWithinId })
    }
    await checkMayMerge(tx, ctx, theme, into)
    const reporterIds = await listReporterIds(tx, themesWithin(theme.id, await listMerges(tx)))
    const merged = { mergedAt: ctx.now(), mergedBy: ctx.actor.employeeId }
    await insertMerge(tx, { themeId: theme.id, intoId: into.id, ...merged })
    await tellOwners(tx, ctx, 'theme-merged', theme, into)
    await afterArrival(tx, ctx, into.id, reporterIds)
  })
}

async function checkMayMerge(tx: Tx, ctx: Context, theme: ThemeRow, into: ThemeRow): Promise<void> {
  const { mayCurate, mayDecide } = await standingTowards(tx, ctx, theme.ownerId)
  if (!mayCurate) throw new ThemeNotYours({ themeId: theme.id })
  if (mayDecide) return
  const waits = async ({ id }: ThemeRow) =>
    (await readStandings(tx, ctx.now(), id)).some(({ waitingSince }) => waitingSince !== null)
  if ((await waits(theme)) && !(await waits(into))) throw new ThemeNotYoursToDecide({ themeId: theme.id })
}

/**
 * Undoes the merge of a theme into another: it stands by itself again, with its learnings, owner and clock.
 *
 * @throws {ThemeNotFound} {@link ThemeNotMerged} {@link ThemeNotYours}
 */
export async function unmergeTheme(ctx: Context, themeId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const intoId = await findTarget(tx, themeId)
    const [theme, into] = await lockBoth(tx, themeId, intoId ?? themeId)
    if (intoId === null || (await findTarget(tx, theme.id)) !== intoId)
      throw new ThemeNotMerged({ themeId: theme.id })
    const { mayCurate } = await standingTowards(tx, ctx, theme.ownerId)
    if (!mayCurate) throw new ThemeNotYours({ themeId: theme.id })
    await markMergeUndone(tx, theme.id, { undoneAt: ctx.now(), undoneBy: ctx.actor.employeeId })
    await tellOwners(tx, ctx, 'theme-unmerged', theme, into)
  })
}

async function findTarget(tx: Tx, themeId: string): Promise<string | null> {
  const merge = (await listMerges(tx)).find((found) => found.themeId === themeId.toLowerCase())
  return merge?.intoId ?? null
}

/** A client may write an id in capitals; PostgreSQL answers in small letters. */
async function lockBoth(tx: Tx, themeId: string, intoId: string): Promise<[ThemeRow, ThemeRow]> {
  const locked = await lockThemes(tx, [themeId, intoId])
  const [theme, into] = [themeId, intoId].map((id) => locked.find((row) => row.id === id.toLowerCase()))
  if (!theme) throw new ThemeNotFound({ themeId })
  if (!into) throw new ThemeNotFound({ themeId: intoId })
  return [theme, into]
}

async function tellOwners(
  tx: Tx,
  ctx: Context,
  kind: 'theme-merged' | 'theme-unmerged',
  theme: ThemeRow,
  into: ThemeRow
): Promise<void> {
  const more = { into: { id: into.id, title: into.title } }
  await tellOfTheme(tx, ctx, { theme, kind, to: [theme.ownerId, into.ownerId], more })
  await recordAudit(tx, ctx, {
    ...{ action: kind.replace('-', '.'), objectType: 'theme', objectId: theme.id },
    after: { intoId: into.id }
  })
}
