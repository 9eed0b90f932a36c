/** What a row of a report adds up: whoever was in it in each week, as `PERSON WEEK`. */
export type Members = ReadonlySet<string>

/** The number of independent rows, by elimination over the numbers below a prime: exact enough and small. */
export function rankOf(rows: number[][]): number {
  const prime = 1_000_003
  const left = rows.map((row) => [...row])
  const width = left[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width && rank < left.length; column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && row[column] !== 0)
    if (pivot === -1) continue
    ;[left[rank], left[pivot]] = [left[pivot]!, left[rank]!]
    const inverse = power(left[rank]![column]!, prime - 2, prime)
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = (left[at]![column]! * inverse) % prime
      if (factor === 0) continue
      left[at] = left[at]!.map((value, place) => (value + (prime - factor) * left[rank]![place]!) % prime)
    }
    rank += 1
  }
  return rank
}

function power(base: number, exponent: number, prime: number): number {
  let [result, square, rest] = [1n, BigInt(base), BigInt(exponent)]
  const p = BigInt(prime)
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return Number(result)
}

/**
 * Names everybody of whom some sum can be had by adding and taking away rows, whatever the numbers are: a combination
 * of rows in which nothing but theirs is left. Weeks in which people are in the same rows are one unknown. With `most`: also
 * every so many people at most who are alike in some weeks, joined by `+`.
 */
export function isolatedBy(rows: readonly Members[], most = 1): string[] {
  const patterns = new Map<string, Set<string>>()
  for (const unknown of new Set(rows.flatMap((row) => [...row]))) {
    const pattern = rows.map((row) => (row.has(unknown) ? '1' : '0')).join('')
    const people = patterns.get(pattern) ?? new Set()
    patterns.set(pattern, people.add(unknown.split(' ')[0]!))
  }
  const few = new Map(
    [...patterns.values()]
      .filter((people) => people.size <= most)
      .map((people) => [[...people].sort().join('+'), people])
  )
  const rankWithout = (few: ReadonlySet<string>) => {
    const columns = [...patterns].filter(([, people]) => [...people].some((person) => !few.has(person)))
    return rankOf(rows.map((_, at) => columns.map(([pattern]) => Number(pattern[at]))))
  }
  const all = rankWithout(new Set())
  return [...few].filter(([, people]) => rankWithout(people) < all).map(([name]) => name)
}
