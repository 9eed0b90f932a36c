import type { Context } from '../context.ts'
import { listLearnings } from '../learnings/list-learnings.ts'
import { ThemeNotYours, ThemeStandsWithin } from '../learnings/themes/errors.ts'
import { readTheme } from '../learnings/themes/read-theme.ts'
import type { SplitView } from './pages/learnings/split-page.tsx'

/** Learnings on a page to choose from. */
const MOST_LEARNINGS = 50

/**
 * What a theme is made of, newest first, for somebody who may split it.
 *
 * @throws {ThemeNotFound} {@link ThemeNotYours} {@link ThemeStandsWithin}
 */
export async function readSplit(
  ctx: Context,
  themeId: string,
  cursor: string | undefined
): Promise<Omit<SplitView, 'again'>> {
  const theme = await readTheme(ctx, themeId, {})
  if (!theme.may.mayCurate) throw new ThemeNotYours({ themeId })
  if (theme.standsWithin) throw new ThemeStandsWithin({ themeId, standsWithinId: theme.standsWithin.id })
  const page = cursor === undefined ? {} : { cursor }
  const { items, nextCursor } = await listLearnings(ctx, { ...page, themeId, limit: MOST_LEARNINGS })
  return { theme, learnings: items, next: nextCursor, isFirst: cursor === undefined }
}
