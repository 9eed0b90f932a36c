/** A merge in force: one theme stands within another. */
export interface Merge {
  themeId: string
  intoId: string
}

/**
 * Tells of each merged theme within which theme it stands in the end; themes that stand by themselves are not in the
 * answer. Merges are a forest, and a loop, which the database never holds, would end the walk.
 *
 * @example
 * standingThemes([{ themeId: 'codes', intoId: 'pairing' }, { themeId: 'pairing', intoId: 'setup' }])
 * //=> new Map([['codes', 'setup'], ['pairing', 'setup']])
 */
export function standingThemes(merges: readonly Merge[]): Map<string, string> {
  const into = new Map(merges.map(({ themeId, intoId }) => [themeId, intoId]))
  const standing = new Map<string, string>()
  for (const themeId of into.keys()) {
    const seen = new Set([themeId])
    let at = into.get(themeId)!
    while (into.has(at) && !seen.has(at)) {
      seen.add(at)
      at = into.get(at)!
    }
    standing.set(themeId, at)
  }
  return standing
}
