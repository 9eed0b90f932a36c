import type { Context } from '../../context.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { listSuggested } from './queries/themes-heard.ts'
import { searchThemes } from './search-themes.ts'

/** More than this is no suggestion but a list. */
const MOST = 5

/** The themes that a text, finished or not, would belong to, best first, five at most. Three queries. */
export async function suggestThemes({ db }: Context, text: string) {
  const merges = await readStandingThemes(db)
  const ranked = await searchThemes(db, { text, merges, limit: MOST })
  if (ranked.length === 0) return []
  const themeIds = ranked.map(({ themeId }) => themeId)
  const suggested = new Map((await listSuggested(db, themeIds, merges)).map((theme) => [theme.id, theme]))
  return themeIds.flatMap((id) => suggested.get(id) ?? [])
}

export type SuggestedTheme = Awaited<ReturnType<typeof suggestThemes>>[number]
