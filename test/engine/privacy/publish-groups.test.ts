import fc from 'fast-check'
import t from 'tap'
import { FEWEST_PEOPLE, publishGroups } from '../../../src/engine/privacy/publish-groups.ts'
import { type Cell, thinCut } from '../../../src/engine/privacy/thin-cut.ts'

const always = (key: string, people: number) => ({ key, changes: [[20819, people] as const] })

t.test('a group counts by its smallest day, so that no shorter period shows fewer', async (t) => {
  const waned = {
    key: 'Waned',
    changes: [
      [20819, 8],
      [20850, -4]
    ] as const
  }
  const gone = {
    key: 'Gone',
    changes: [
      [20819, 8],
      [20850, -8]
    ] as const
  }
  const dipped = {
    key: 'Dipped',
    changes: [
      [20819, 8],
      [20850, -4],
      [20878, 4]
    ] as const
  }
  t.strictSame(publishGroups([always('Large', 9), dipped], []), [['Dipped', 'Large']])
  t.strictSame(publishGroups([always('Large', 9), waned, gone], []), [['Gone', 'Large', 'Waned']])
  t.strictSame(publishGroups([always('Large', 9), always('Next', 6), waned], []), [
    ['Large'],
    ['Next', 'Waned']
  ])
})

t.test('one small group takes another with it, or the total would tell of it', async (t) => {
  t.strictSame(publishGroups([always('A', 9), always('B', 6), always('C', 1)], []), [['A'], ['B', 'C']])
  t.equal(publishGroups([always('A', 3), always('B', 1)], []), null, 'fewer than five in all')
})

/** All unions of nodes, one by one: what the fast search must agree with. */
function thinnestByHand(cells: readonly Cell[]): number {
  const nodes = [...new Set(cells.flatMap(({ a, b }) => [`a:${a}`, `b:${b}`]))]
  let least = Number.POSITIVE_INFINITY
  for (let set = 1; set < 2 ** nodes.length - 1; set += 1) {
    const isIn = (node: string) => ((set >> nodes.indexOf(node)) & 1) === 1
    const crossing = cells
      .filter(({ a, b }) => isIn(`a:${a}`) !== isIn(`b:${b}`))
      .reduce((sum, { people }) => sum + people, 0)
    if (crossing > 0) least = Math.min(least, crossing)
  }
  return least
}

const cells = fc
  .array(
    fc.record({
      a: fc.constantFrom('1', '2', '3'),
      b: fc.constantFrom('x', 'y', 'z'),
      people: fc.integer({ min: 1, max: 7 })
    }),
    {
      minLength: 1,
      maxLength: 7
    }
  )
  .map((drawn) => [...new Map(drawn.map((cell) => [`${cell.a} ${cell.b}`, cell])).values()])

t.test('a thin cut is found where there is one, and only there', async (t) => {
  const agrees = fc.property(cells, (drawn) => {
    const side = thinCut(drawn, FEWEST_PEOPLE)
    if (side === null) return thinnestByHand(drawn) >= FEWEST_PEOPLE
    const crossing = drawn.filter(({ a, b }) => side.includes(`a:${a}`) !== side.includes(`b:${b}`))
    const people = crossing.reduce((sum, cell) => sum + cell.people, 0)
    return people > 0 && people < FEWEST_PEOPLE
  })
  t.doesNotThrow(() => fc.assert(agrees, { seed: 11, numRuns: 500 }))
})

t.test('published groups of two kinds have no thin cut, and everybody is in one of them', async (t) => {
  const holds = fc.property(cells, (drawn) => {
    const sizeOf = (side: 'a' | 'b') =>
      [...new Set(drawn.map((cell) => cell[side]))].map((key) =>
        always(
          key,
          drawn.filter((cell) => cell[side] === key).reduce((sum, { people }) => sum + people, 0)
        )
      )
    const first = publishGroups(sizeOf('b'), [])
    if (!first) return publishGroups(sizeOf('a'), []) === null
    const groups = publishGroups(sizeOf('a'), [{ groups: first, cells: drawn }])!
    const at = (list: string[][], key: string) => String(list.findIndex((keys) => keys.includes(key)))
    const joined = drawn.map(({ a, b, people }) => ({ a: at(groups, a), b: at(first, b), people }))
    return thinCut(joined, FEWEST_PEOPLE) === null && groups.flat().length === sizeOf('a').length
  })
  t.doesNotThrow(() => fc.assert(holds, { seed: 12, numRuns: 500 }))
})
