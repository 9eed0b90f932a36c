import type { Tx } from '../../../db/client.ts'
import { ThemeNotFound, ThemeStandsWithin } from './errors.ts'
import { lockThemes, type ThemeRow } from './queries/themes.ts'
import { readStandingThemes } from './read-standing-themes.ts'

/**
 * Locks a theme that stands by itself.
 *
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} when it is merged into another one
 */
export async function lockStandingTheme(tx: Tx, themeId: string): Promise<ThemeRow> {
  const [theme] = await lockThemes(tx, [themeId])
  if (!theme) throw new ThemeNotFound({ themeId })
  const standsWithinId = (await readStandingThemes(tx)).get(theme.id)
  if (standsWithinId) throw new ThemeStandsWithin({ themeId: theme.id, standsWithinId })
  return theme
}
