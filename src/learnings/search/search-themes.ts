import type { Queryable } from '../../../db/client.ts'
import { searchWords } from '../../engine/insight/search-words.ts'
import { type RankedTheme, rankThemes } from './queries/rank-themes.ts'

/** What a word that means about the same is worth beside the word itself. */
const RELATED = 0.6
/** A theme that says less than this share of what the best one says is no answer. */
const LEAST_SHARE = 0.3
/** Of more words than this none is looked for by what looks alike: the others say enough. */
const LONG_TEXT = 40
/** One word in common is chance, unless hardly more was asked. */
const FEW_WORDS = 2

export interface ThemeSearch {
  text: string
  /** Merged themes with the one within which they stand. */
  merges: ReadonlyMap<string, string>
  limit: number
  /** Without the glossary, without trigrams: to measure what they are worth. */
  without?: readonly ('glossary' | 'trigrams')[]
}

/**
 * Ranks the themes that say the same as a text, best first, in whichever of English, Norwegian and Swedish either is
 * written: stems of the three languages, a glossary across them, and trigrams for words of a short text that are found
 * nowhere. One query.
 */
export async function searchThemes(
  db: Queryable,
  { text, merges, limit, without = [] }: ThemeSearch
): Promise<RankedTheme[]> {
  const words = searchWords(text)
  const terms = words.flatMap(({ word, related }, group) => [
    { group, word, weight: 1 },
    ...(without.includes('glossary') ? [] : related).map((other) => ({ group, word: other, weight: RELATED }))
  ])
  if (terms.length === 0) return []
  const isExact = without.includes('trigrams') || words.length > LONG_TEXT
  const ranked = await rankThemes(db, { terms, merges, limit, isExact })
  const best = ranked[0]?.score ?? 0
  return ranked.filter(
    ({ score, groups, asked }) => score >= best * LEAST_SHARE && (groups > 1 || asked <= FEW_WORDS)
  )
}
