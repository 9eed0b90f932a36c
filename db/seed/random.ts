/** A seeded source of chance: the same seed, the same company. */
export interface Random {
  /** From 0 up to but without 1. */
  next: () => number
  /** A whole number, both ends possible. */
  between: (least: number, most: number) => number
  chance: (share: number) => boolean
  pick: <Item>(list: readonly Item[]) => Item
  /** Picks in proportion to the weights; the last item when all are 0. */
  weighted: <Item>(list: readonly (readonly [Item, number])[]) => Item
  shuffled: <Item>(list: readonly Item[]) => Item[]
}

/**
 * Chance for one purpose. Each purpose has a stream of its own, so that one more draw in one place does not change
 * all that is drawn elsewhere. The mixing is "mulberry32" (public domain), the start a 32-bit FNV-1a of seed and purpose.
 */
export function randomFor(seed: number, purpose: string): Random {
  let state = startOf(`${seed}:${purpose}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => list[between(0, list.length - 1)]!,
    weighted: (list) => pickWeighted(list, next()),
    shuffled: (list) => shuffle([...list], between)
  }
}

function startOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return hash
}

function pickWeighted<Item>(list: readonly (readonly [Item, number])[], share: number): Item {
  let left = share * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of list) {
    left -= weight
    if (left < 0) return item
  }
  return list.at(-1)![0]
}

function shuffle<Item>(list: Item[], between: Random['between']): Item[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = between(0, at)
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
  return list
}
