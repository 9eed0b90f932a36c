import type { AnyContext } from '../../context.ts'
import { maskPersonalData } from '../../engine/insight/mask-personal-data.ts'
import { pickQuotes } from '../../engine/insight/pick-quotes.ts'
import { ThemeNotFound } from '../themes/errors.ts'
import { groupRows } from '../themes/group-rows.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { readStandingsOf, type Theme } from '../themes/read-standings.ts'
import { countHeardOf, listCustomerWords, listDecisionsOf, listHearingsOf } from './queries/themes-heard.ts'

/** A page holds so many themes with so many quotes each. */
export const BRIEF_THEMES = 5
const QUOTES = 2
/** Quotes are picked among the newest so many of all the themes. */
const NEWEST = 500

/**
 * Everything that a one-page brief shows of these themes: when the first of them was first heard, what was heard of them
 * together (a reporter of two counts once), and of each its clock, price, decisions, before whom it was put, and two
 * customers' words without obvious personal data. No reporter is named. A merged theme stands for the one it is merged
 * into. The number of queries is constant.
 *
 * @throws {ThemeNotFound}
 */
export async function readBrief(ctx: AnyContext, asked: readonly string[]) {
  const { db } = ctx
  const merges = await readStandingThemes(db)
  const themeIds = [...new Set(asked.map((id) => merges.get(id.toLowerCase()) ?? id.toLowerCase()))]
  const standings = new Map(
    (await readStandingsOf(db, ctx.now(), themeIds)).map((theme) => [theme.id, theme])
  )
  const themes = themeIds.map((themeId) => {
    const theme = standings.get(themeId)
    if (!theme) throw new ThemeNotFound({ themeId })
    return theme
  })
  const parts = [...merges].flatMap(([partId, intoId]) => (themeIds.includes(intoId) ? partId : []))
  const facts = await readFacts(ctx, [...themeIds, ...parts], (id) => merges.get(id) ?? id)
  return {
    writtenAt: ctx.now(),
    firstHeardAt: earliest(themes),
    together: facts.together,
    themes: themes.map((theme) => ({
      ...theme,
      decisions: facts.decisions.get(theme.id) ?? [],
      hearings: facts.hearings.get(theme.id) ?? [],
      quotes: pickQuotes(facts.words.get(theme.id) ?? [], QUOTES).map(({ words, heardOn }) => ({
        words: maskPersonalData(words).text,
        heardOn
      }))
    }))
  }
}

export type Brief = Awaited<ReturnType<typeof readBrief>>

async function readFacts({ db }: AnyContext, ids: string[], standingOf: (themeId: string) => string) {
  const byTheme = <Row extends { themeId: string }>(rows: Row[]) =>
    groupRows(
      rows.map((row) => ({ ...row, themeId: standingOf(row.themeId) })),
      'themeId'
    )
  return {
    together: await countHeardOf(db, ids),
    decisions: byTheme(await listDecisionsOf(db, ids)),
    hearings: byTheme(await listHearingsOf(db, ids)),
    words: byTheme(await listCustomerWords(db, ids, NEWEST))
  }
}

function earliest(themes: readonly Theme[]): Date | null {
  return themes.reduce<Date | null>((first, { firstHeardAt }) => {
    return first === null || firstHeardAt < first ? firstHeardAt : first
  }, null)
}
