import type { Queryable } from '../../../db/client.ts'
import { maskPersonalData } from '../../engine/insight/mask-personal-data.ts'
import { readStandingThemes } from '../themes/read-standing-themes.ts'
import { readStandings, type Theme } from '../themes/read-standings.ts'
import type { DigestFacts } from './facts.ts'
import { listDigests, listWordsOf } from './queries.ts'

type Row = Awaited<ReturnType<typeof listDigests>>[number]

/**
 * Everything that these digests show, in no language: their themes as they stand now, the words of customers without
 * obvious personal data, and how each theme moved. What was merged stands for what it is in, and words that were taken
 * back are gone. One that is not there is left out. The number of queries is constant.
 */
export async function readContents(db: Queryable, digestIds: readonly string[], now: Date) {
  if (digestIds.length === 0) return []
  const rows = await listDigests(db, digestIds)
  const standing = await readStandingThemes(db)
  const themes = new Map((await readStandings(db, now)).map((theme) => [theme.id, theme]))
  const learningIds = rows.flatMap((row) => factsOf(row).weekly.learningIds)
  const words = new Map((await listWordsOf(db, learningIds)).map((quote) => [quote.learningId, quote]))
  return rows.map((row) => contentOf(row, (id) => themes.get(standing.get(id) ?? id), words))
}

export type DigestContent = Awaited<ReturnType<typeof readContents>>[number]

type Quote = Awaited<ReturnType<typeof listWordsOf>>[number]

function contentOf(row: Row, theme: (id: string) => Theme | undefined, words: ReadonlyMap<string, Quote>) {
  const { weekly, monthly, reporter } = factsOf(row)
  const all = (ids: readonly string[]): Theme[] => ids.flatMap((id) => theme(id) ?? [])
  const inFull = <Part extends { themeId: string }>(parts: readonly Part[]) =>
    parts.map(({ themeId, ...part }) => ({ ...part, theme: theme(themeId) })).filter(hasTheme)
  const quotes = weekly.learningIds.flatMap((learningId) => words.get(learningId) ?? [])
  const { id, employeeId, kind, dueOn, since, until } = row
  return {
    ...{ id, employeeId, kind, dueOn, since, until },
    new: all(weekly.newIds),
    growing: inFull(weekly.growing),
    overdue: all(weekly.overdueIds),
    counts: weekly.counts,
    quotes: inFull(
      quotes.map(({ themeId, words: written, heardOn }) => ({
        ...{ themeId, heardOn },
        words: maskPersonalData(written).text
      }))
    ),
    undecided: { first: all(monthly.themeIds), waiting: monthly.waiting },
    moved: inFull(reporter.moves)
  }
}

const hasTheme = <Part extends { theme: Theme | undefined }>(part: Part): part is Part & { theme: Theme } =>
  part.theme !== undefined

/** The facts of a row of its kind; what the other kinds hold is empty. */
function factsOf({ kind, facts }: Row): DigestFacts {
  return {
    weekly: {
      newIds: [],
      growing: [],
      overdueIds: [],
      learningIds: [],
      counts: { new: 0, growing: 0, overdue: 0 }
    },
    monthly: { themeIds: [], waiting: 0 },
    reporter: { moves: [] },
    [kind]: facts
  }
}
