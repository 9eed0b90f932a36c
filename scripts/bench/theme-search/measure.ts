import type { Locale } from '../../../src/words.ts'
import type { Question } from './question.ts'

/** Ids of themes, best first. */
export type Search = (question: Question) => Promise<string[]>

export interface Hits {
  questions: number
  /** The right theme came first. */
  first: number
  /** It was among the first three. */
  three: number
}

export interface Measured extends Hits {
  byLanguage: Record<Locale, Hits>
  /** Those whose theme was not among the first three. */
  missed: Question[]
  /** Milliseconds of the search, each question once, in order of size. */
  millis: number[]
}

/** Asks all questions and counts the answers that are right; `keys` tells the key of each theme. */
export async function measure(
  questions: readonly Question[],
  keys: ReadonlyMap<string, string>,
  search: Search
): Promise<Measured> {
  const none = (): Hits => ({ questions: 0, first: 0, three: 0 })
  const byLanguage = { en: none(), nb: none(), sv: none() }
  const measured: Measured = { ...none(), byLanguage, missed: [], millis: [] }
  for (const question of questions) {
    const startedAt = performance.now()
    const found = await search(question)
    measured.millis.push(performance.now() - startedAt)
    const place = found.findIndex((id) => keys.get(id) === question.theme)
    for (const hits of [measured, byLanguage[question.lang]]) count(hits, place)
    if (place < 0 || place > 2) measured.missed.push(question)
  }
  measured.millis.sort((a, b) => a - b)
  return measured
}

function count(hits: Hits, place: number): void {
  hits.questions += 1
  if (place === 0) hits.first += 1
  if (place >= 0 && place < 3) hits.three += 1
}

/**
 * The question as somebody types it in a hurry: every third word of six letters or more lacks the letter in its middle.
 */
export function misspelt({ text, ...question }: Question): Question {
  let long = 0
  const typed = text.replace(/\p{L}{6,}/gu, (word) => {
    long += 1
    return long % 3 === 0 ? withoutMiddle(word) : word
  })
  return { ...question, text: typed }
}

/** A word without the letter in its middle. */
export function withoutMiddle(word: string): string {
  const middle = Math.floor(word.length / 2)
  return word.slice(0, middle) + word.slice(middle + 1)
}

/** So much of it has been typed when suggestions begin to help; the last word is cut anywhere. */
const TYPED = 60

/** The question while somebody is typing it. */
export function halfTyped({ text, ...question }: Question): Question {
  return { ...question, text: text.slice(0, TYPED) }
}
