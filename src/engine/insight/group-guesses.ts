/** Guesses below which a median would tell of a person (PRACTICE, section 5). */
export const FEWEST_GUESSES = 5
/** A pain that only one leader named is that leader's guess. */
const FEWEST_NAMING = 2

/** What one leader believed; pains by name, the worst first. */
export type Guess = { percent: number; pains: readonly string[] }

export type GroupGuess = {
  leaders: number
  /** of a hundred customers, served well */
  median: number
  /** half of the leaders guessed between these */
  lowerQuartile: number
  upperQuartile: number
  /** by how many leaders, most first; those that one leader alone named are only counted, in `namedOnce` */
  pains: { name: string; leaders: number }[]
  namedOnce: number
}

/**
 * Sums up what a group of leaders guessed, so that no single guess shows: the median and quartiles of at least five,
 * and the pains that two or more named, whatever their case. Null for fewer than five. Percent of customers; quartiles
 * lie between neighbours in proportion (type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361-365).
 *
 * @example
 * groupGuesses([90, 80, 85, 60, 95].map((percent) => ({ percent, pains: ['Pairing'] })))
 * //=> {
 * //   leaders: 5, median: 85, lowerQuartile: 80, upperQuartile: 90,
 * //   pains: [{ name: 'Pairing', leaders: 5 }], namedOnce: 0
 * // }
 */
export function groupGuesses(guesses: readonly Guess[]): GroupGuess | null {
  if (guesses.length < FEWEST_GUESSES) return null
  const percents = guesses.map(({ percent }) => percent).toSorted((a, b) => a - b)
  const named = countPains(guesses)
  return {
    leaders: guesses.length,
    median: quantile(percents, 0.5),
    lowerQuartile: quantile(percents, 0.25),
    upperQuartile: quantile(percents, 0.75),
    pains: named.filter(({ leaders }) => leaders >= FEWEST_NAMING),
    namedOnce: named.filter(({ leaders }) => leaders < FEWEST_NAMING).length
  }
}

/** A leader who names one thing twice names it once. */
function countPains(guesses: readonly Guess[]): { name: string; leaders: number }[] {
  const counts = new Map<string, { name: string; leaders: number }>()
  for (const { pains } of guesses) {
    const own = new Map(pains.map((name) => [keyOf(name), name.trim()]))
    for (const [key, name] of own) {
      const { leaders, name: first } = counts.get(key) ?? { leaders: 0, name }
      counts.set(key, { name: first < name ? first : name, leaders: leaders + 1 })
    }
  }
  return [...counts.values()].toSorted((a, b) => b.leaders - a.leaders || (a.name < b.name ? -1 : 1))
}

const keyOf = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** One decimal is as much as half a guess needs. */
function quantile(sorted: readonly number[], at: number): number {
  const place = (sorted.length - 1) * at
  const below = sorted[Math.floor(place)]!
  const above = sorted[Math.ceil(place)]!
  return Number((below + (above - below) * (place - Math.floor(place))).toFixed(1))
}
