/**
 * Puts together the groups that stand together in any of the months, each month decided by itself; null: a month that has too few
 * people for any groups, so all stand together. What is shown of some days is then made of sums that are shown of each month
 * they are of, and whoever adds and takes away such sums, however many, has none but sums of those groups.
 *
 * @example
 * joinMonths(['a', 'b', 'c', 'd'], [[['a'], ['b', 'c'], ['d']], [['a'], ['b'], ['c'], ['d']]])
 * //=> [['a'], ['b', 'c'], ['d']]
 */
export function joinMonths(
  keys: readonly string[],
  months: readonly (readonly (readonly string[])[] | null)[]
): string[][] {
  if (months.includes(null)) return keys.length > 0 ? [[...keys].sort()] : []
  const groupOf = new Map(keys.map((key) => [key, [key]]))
  for (const together of months.flatMap((groups) => groups ?? [])) {
    const [first, ...rest] = together.filter((key) => groupOf.has(key))
    for (const key of rest) join(groupOf, groupOf.get(first!)!, groupOf.get(key)!)
  }
  return [...new Set(groupOf.values())].map((group) => group.sort())
}

function join(groupOf: Map<string, string[]>, one: string[], other: string[]): void {
  if (one === other) return
  const [large, small] = one.length >= other.length ? [one, other] : [other, one]
  for (const key of small) {
    large.push(key)
    groupOf.set(key, large)
  }
}
