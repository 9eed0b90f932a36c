import { relatedWords } from './related-words.ts'

export interface SearchedWord {
  word: string
  /** What means about the same, in three languages. */
  related: string[]
}

/** Words of a text that are looked for; a paragraph of 5,000 characters has some 400 different ones. */
const MOST_WORDS = 150
/** A word has more letters than this. */
const LEAST_LETTERS = 1

/**
 * Lists what to look for when somebody has written a text: each word once, in small letters, with those that mean about
 * the same. Words beyond the first 150 are left out, for time; what is long says the same again.
 *
 * @example
 * searchWords('The bill. A BILL!')
 * //=> [{ word: 'the', related: [] }, { word: 'bill', related: ['invoice', 'billing', 'faktura', 'regning', 'fakturering', 'räkning'] }]
 */
export function searchWords(text: string): SearchedWord[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words)]
    .filter((word) => word.length > LEAST_LETTERS)
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, related: relatedWords(word) }))
}
