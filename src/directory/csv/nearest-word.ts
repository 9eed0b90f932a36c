/** The word that differs from `text` by the fewest letters, if that is less than half of them; else null. */
export function nearestWord(text: string, words: readonly string[]): string | null {
  const near = words
    .map((word) => ({ word, distance: editDistance(text.slice(0, 50), word) }))
    .filter(({ word, distance }) => distance * 2 < word.length)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.word ?? null
}

/** Letters to insert, delete or replace to make `b` of `a` (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const above = row
    row = [i + 1]
    for (let j = 0; j < b.length; j += 1) {
      const replaced = above[j]! + (b[j] === letter ? 0 : 1)
      row.push(Math.min(replaced, above[j + 1]! + 1, row[j]! + 1))
    }
  }
  return row[b.length]!
}
