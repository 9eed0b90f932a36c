import type { Context } from '../../context.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { listSuggested } from './queries.ts'
import { searchThemes } from './search-themes.ts'

/** More than this is no suggestion but a list. */
const MOST = 5

/** The themes that a text, finished or not, would belong to, best first, five at most. Three queries. */
export async function suggestThemes(ctx: Context, text: string) {
  const merges = await readStandingThemes(ctx.db)
  const ranked = await searchThemes(ctx.db, { text, merges, limit: MOST })
  const suggested = await listSuggested(
    ctx.db,
    ranked.map(({ themeId }) => themeId),
    merges
  )
  const byId = new Map(suggested.map((theme) => [theme.id, theme]))
  return ranked.flatMap(({ themeId }) => byId.get(themeId) ?? [])
}
