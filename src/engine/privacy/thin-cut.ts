/** People who are in a group of one kind and in a group of another kind at the same time. */
export type Cell = { a: string; b: string; people: number }

/**
 * Finds groups of two kinds whose sums, taken from each other, are the sum of fewer than `fewest` people: teams and sites
 * are the nodes of a graph whose edges are the people, and what sums of groups can tell apart are its cuts. Returns one
 * side of such a cut, as `a:KEY` and `b:KEY`, or null where there is none.
 *
 * @example
 * // Everybody of team Stockholm is in Sweden, and so is one person of Product: Sweden less Stockholm is that person.
 * thinCut([
 *   { a: 'Product', b: 'NO', people: 20 }, { a: 'Product', b: 'SE', people: 1 }, { a: 'Stockholm', b: 'SE', people: 9 }
 * ], 5)
 * //=> ['a:Stockholm', 'b:SE']
 */
export function thinCut(cells: readonly Cell[], fewest: number): string[] | null {
  const graph = graphOf(cells)
  for (const start of [...graph.links.keys()].sort()) {
    const root = graph.groupOf(start)
    for (;;) {
      absorb(graph, root, fewest)
      const next = nextOf(graph, root)
      if (next === undefined) break
      const side = sideOf(graph, next, root, fewest)
      if (side) return side.flatMap((node) => graph.members.get(node)!).sort()
      join(graph, root, next)
    }
  }
  return null
}

interface Graph {
  links: Map<string, Map<string, number>>
  members: Map<string, string[]>
  groupOf: (node: string) => string
  parents: Map<string, string>
}

function graphOf(cells: readonly Cell[]): Graph {
  const links: Graph['links'] = new Map()
  const add = (from: string, to: string, people: number) => {
    const of = links.get(from) ?? new Map<string, number>()
    of.set(to, (of.get(to) ?? 0) + people)
    links.set(from, of)
  }
  for (const { a, b, people } of cells) {
    add(`a:${a}`, `b:${b}`, people)
    add(`b:${b}`, `a:${a}`, people)
  }
  const parents = new Map<string, string>()
  const groupOf = (node: string): string => {
    let at = node
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up
    return at
  }
  return { links, parents, groupOf, members: new Map([...links.keys()].map((node) => [node, [node]])) }
}

/** Makes two nodes one. */
function join(graph: Graph, into: string, node: string): void {
  const target = graph.links.get(into)!
  for (const [other, people] of graph.links.get(node)!) {
    const back = graph.links.get(other)!
    back.delete(node)
    if (other === into) continue
    target.set(other, (target.get(other) ?? 0) + people)
    back.set(into, (back.get(into) ?? 0) + people)
  }
  target.delete(node)
  graph.links.delete(node)
  graph.parents.set(node, into)
  graph.members.get(into)!.push(...graph.members.get(node)!)
}

/** Whoever shares enough people with the root cannot be cut from it. */
function absorb(graph: Graph, root: string, fewest: number): void {
  for (;;) {
    const close = [...graph.links.get(root)!].filter(([, people]) => people >= fewest)
    if (close.length === 0) return
    for (const [node] of close) join(graph, root, node)
  }
}

const nextOf = (graph: Graph, root: string): string | undefined =>
  [...graph.links.get(root)!.keys()].sort()[0]

/** The side of `node` in a cut from `root` of fewer than `fewest` people; undefined where there is none. */
function sideOf(graph: Graph, node: string, root: string, fewest: number): string[] | undefined {
  const used = new Map<string, number>()
  const left = (from: string, to: string) =>
    (graph.links.get(from)!.get(to) ?? 0) - (used.get(`${from} ${to}`) ?? 0)
  for (let flow = 0; flow < fewest; ) {
    const cameFrom = reach(graph, node, root, left)
    if (!cameFrom.has(root)) return [...cameFrom.keys()]
    const path = pathTo(root, cameFrom)
    const most = Math.min(...path.map(([from, to]) => left(from, to)))
    for (const [from, to] of path) {
      used.set(`${from} ${to}`, (used.get(`${from} ${to}`) ?? 0) + most)
      used.set(`${to} ${from}`, (used.get(`${to} ${from}`) ?? 0) - most)
    }
    flow += most
  }
  return undefined
}

function reach(graph: Graph, from: string, to: string, left: (from: string, to: string) => number) {
  const cameFrom = new Map<string, string | null>([[from, null]])
  for (const node of cameFrom.keys()) {
    if (cameFrom.has(to)) break
    for (const next of graph.links.get(node)!.keys()) {
      if (!cameFrom.has(next) && left(node, next) > 0) cameFrom.set(next, node)
    }
  }
  return cameFrom
}

function pathTo(node: string, cameFrom: Map<string, string | null>): [string, string][] {
  const path: [string, string][] = []
  for (let at = node, up = cameFrom.get(at); up; at = up, up = cameFrom.get(at)) path.push([up, at])
  return path
}
