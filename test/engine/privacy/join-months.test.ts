import fc from 'fast-check'
import t from 'tap'
import { joinMonths } from '../../../src/engine/privacy/join-months.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f']

t.test(
  'what stands together in a month stands together, and nothing that no chain of months joins',
  async (t) => {
    const partition = fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 })
      .map((of) =>
        [0, 1, 2, 3, 4, 5]
          .map((at) => KEYS.filter((_, key) => of[key] === at))
          .filter((keys) => keys.length > 0)
      )
    const holds = fc.property(fc.array(partition, { maxLength: 4 }), (months) => {
      const near = (one: string, other: string) =>
        months.some((groups) => groups.some((keys) => keys.includes(one) && keys.includes(other)))
      const reach = new Map(KEYS.map((key) => [key, new Set([key])]))
      for (const _ of KEYS)
        for (const of of reach.values())
          for (const one of [...of]) for (const other of KEYS) if (near(one, other)) of.add(other)
      const groups = joinMonths(KEYS, months)
      return (
        groups.flat().sort().join() === KEYS.join() &&
        groups.every((keys) => keys.every((key) => [...reach.get(key)!].sort().join() === keys.join()))
      )
    })
    t.doesNotThrow(() => fc.assert(holds, { seed: 4, numRuns: 300 }))
  }
)

t.test('keys that are asked for nowhere are left out, and a month of too few joins all', async (t) => {
  t.strictSame(joinMonths(['a', 'b', 'c'], [[['x', 'a', 'y', 'c'], ['b']], []]), [['a', 'c'], ['b']])
  t.strictSame(joinMonths(['b', 'a'], [[['a'], ['b']], null]), [['a', 'b']])
  t.strictSame(joinMonths([], [null]), [])
})
