import { DEVICES } from './glossary/devices.ts'
import { EVERYDAY } from './glossary/everyday.ts'
import { MONEY } from './glossary/money.ts'
import { SERVICE } from './glossary/service.ts'

/** Endings of English, Norwegian and Swedish words that leave the notion alone; longest first. */
const ENDINGS =
  'ningarna ningene ninger ningar ningen orna arna erna elser elsen ende ande else ning ing ene ade ede ers at ar or er en et an na es ed te de st ly s t d n r e a y'.split(
    ' '
  )
/** A shorter part of a compound says too little. */
const LEAST_PART = 4
/** A word of three letters has no endings taken off: too much of it would go. */
const LEAST_ROOT = 3

const notions = [MONEY, SERVICE, DEVICES, EVERYDAY].flatMap((area) =>
  area
    .trim()
    .split('\n')
    .map((line) => line.split(/[\s|]+/).filter((word) => word !== ''))
)

/** Which notions a word without its ending belongs to. */
const notionsOf = new Map<string, Set<number>>()
for (const [notion, words] of notions.entries()) {
  for (const word of words) {
    for (const root of rootsOf(word)) {
      notionsOf.set(root, (notionsOf.get(root) ?? new Set()).add(notion))
    }
  }
}

/**
 * Lists the words of the glossary that mean about the same as a word in English, Norwegian or Swedish, whatever its
 * ending, and what its parts mean where it is a compound. Why a list: nothing in PostgreSQL joins languages, and the
 * people of one company write in three. It holds words of everyday support and no company's own; what it is worth
 * stands beside the rest in `npm run bench:search`.
 *
 * @example
 * relatedWords('regningen')
 * //=> ['invoice', 'bill', 'billing', 'faktura', 'regning', 'fakturering', 'räkning']
 */
export function relatedWords(word: string): string[] {
  const found = notionsOfWord(word) ?? notionsOfParts(word)
  const related = new Set([...found].flatMap((notion) => notions[notion]!))
  related.delete(word)
  return [...related]
}

function notionsOfWord(word: string): Set<number> | null {
  for (const root of rootsOf(word)) {
    const found = notionsOf.get(root)
    if (found) return found
  }
  return null
}

/** The notions of both parts of a compound (`strøm` and `prisene`), else those of the longest part that is known. */
function notionsOfParts(word: string): Set<number> {
  let longest: Set<number> = new Set()
  let length = 0
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at += 1) {
    const first = notionsOfWord(word.slice(0, at))
    const second = notionsOfWord(word.slice(at))
    if (first && second) return new Set([...first, ...second])
    if (first && at > length) [longest, length] = [first, at]
    if (second && word.length - at > length) [longest, length] = [second, word.length - at]
  }
  return longest
}

/** The word itself, then without each ending it may have. */
function rootsOf(word: string): string[] {
  const cut = ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= LEAST_ROOT)
  return [word, ...cut.map((ending) => word.slice(0, -ending.length))]
}
