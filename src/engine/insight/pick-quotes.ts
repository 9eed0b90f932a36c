/** What a customer said, with where it was heard. */
export interface Quotable {
  learningId: string
  themeId: string
  /** Of who heard it. */
  teamId: string
  words: string
}

/** Longer than this nobody quotes; characters. */
const LONGEST = 280

/**
 * Picks what to quote: what was heard by the teams named first, then a theme that is not quoted yet, then in the order
 * given, which is newest first. The same quotes for the same facts.
 *
 * @param most how many at most
 *
 * @example
 * const heard = (learningId, themeId, teamId) => ({ learningId, themeId, teamId, words: 'It counts down like a bomb.' })
 * const quotes = pickQuotes([heard('a', 'codes', 'x'), heard('b', 'codes', 'y'), heard('c', 'bills', 'y')], 2, ['y'])
 * quotes.map(({ learningId }) => learningId)
 * //=> ['b', 'c']
 */
export function pickQuotes<Quote extends Quotable>(
  heard: readonly Quote[],
  most: number,
  teamIds: readonly string[] = []
): Quote[] {
  const left = heard.filter(({ words }) => words.trim() !== '' && words.length <= LONGEST)
  const picked: Quote[] = []
  while (picked.length < most && left.length > 0) {
    const quoted = new Set(picked.map(({ themeId }) => themeId))
    const worth = ({ teamId, themeId }: Quote) =>
      (teamIds.includes(teamId) ? 2 : 0) + (quoted.has(themeId) ? 0 : 1)
    const best = left.reduce((first, quote) => (worth(quote) > worth(first) ? quote : first))
    picked.push(best)
    left.splice(left.indexOf(best), 1)
  }
  return picked
}
