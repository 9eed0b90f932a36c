/**
 * Sorts items into lists by a key, keeping their order.
 *
 * @example
 * groupBy([1, 2, 3], (n) => (n % 2 === 0 ? 'even' : 'odd')).get('odd')
 * //=> [1, 3]
 */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
