import type { AnyContext } from '../../context.ts'
import { groupRows } from '../themes/group-rows.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { readStandings, type Theme } from '../themes/read-standings.ts'
import { listDecisionsOf } from './queries/themes-heard.ts'
import { searchThemes } from './search-themes.ts'

const MOST = 10

export type DecisionTaken = Awaited<ReturnType<typeof listDecisionsOf>>[number]

export interface KnownTheme extends Theme {
  /** How much it says of the text beside the best of them, in percent. */
  match: number
  decisions: DecisionTaken[]
}

/**
 * "We already knew": the themes that say what a finding says, best first, each with when it was first heard, how often,
 * at what cost, and what was decided, also of the themes merged into it. The text is kept nowhere. The number of queries
 * is constant.
 */
export async function searchKnown(ctx: AnyContext, text: string): Promise<KnownTheme[]> {
  const { db } = ctx
  const merges = await readStandingThemes(db)
  const ranked = await searchThemes(db, { text, merges, limit: MOST })
  if (ranked.length === 0) return []
  const standings = new Map((await readStandings(db, ctx.now())).map((theme) => [theme.id, theme]))
  const decisions = await readDecisions(
    ctx,
    ranked.map(({ themeId }) => themeId),
    merges
  )
  const best = ranked[0]!.score
  return ranked.flatMap(({ themeId, score }) => {
    const theme = standings.get(themeId)
    if (!theme) return []
    return { ...theme, match: Math.round((100 * score) / best), decisions: decisions.get(themeId) ?? [] }
  })
}

async function readDecisions({ db }: AnyContext, themeIds: string[], merges: ReadonlyMap<string, string>) {
  const parts = [...merges].flatMap(([partId, intoId]) => (themeIds.includes(intoId) ? partId : []))
  const rows = await listDecisionsOf(db, [...themeIds, ...parts])
  return groupRows(
    rows.map((row) => ({ ...row, themeId: merges.get(row.themeId) ?? row.themeId })),
    'themeId'
  )
}
