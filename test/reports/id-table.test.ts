import { randomUUID } from 'node:crypto'
import t from 'tap'
import { IdTable, idWords } from '../../src/reports/id-table.ts'

const wordsOfAll = (ids: readonly string[]) => Int32Array.from(ids.flatMap((id) => [...idWords(id)]))

/** Ids that differ in one part only: by chance, by time at their beginning, at their end, in the middle. */
const KINDS: Record<string, (at: number) => string> = {
  'by chance': () => randomUUID(),
  'of one moment': (at) => `01900000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
  'one after the other': (at) => `${at.toString(16).padStart(8, '0')}-0000-7000-8000-000000000000`,
  'alike at both ends': (at) => `01900000-${at.toString(16).padStart(4, '0')}-7000-8000-000000000000`
}

for (const [kind, idOf] of Object.entries(KINDS))
  t.test(`ids ${kind} have numbers in the order in which they came, however many`, async (t) => {
    const ids = Array.from({ length: 3000 }, (_, at) => idOf(at))
    const words = wordsOfAll(ids)
    const table = new IdTable()
    t.strictSame(
      ids.map((_, at) => table.add(words, 4 * at)),
      ids.map((_, at) => at)
    )
    t.equal(table.size, 3000)
    t.strictSame(
      ids.map((_, at) => table.add(words, 4 * at)),
      ids.map((_, at) => at),
      'those that are known are not added again'
    )
    t.equal(table.size, 3000)
    t.strictSame(
      ids.map((id) => table.numberOf(id)),
      ids.map((_, at) => at)
    )
    t.strictSame(
      ids.map((_, at) => table.idOf(at)),
      ids
    )
  })

t.test('an id that was never added is not found, and stays so', async (t) => {
  const table = new IdTable()
  table.add(wordsOfAll([randomUUID()]), 0)
  const other = randomUUID()
  t.equal(table.find(wordsOfAll([other]), 0), -1)
  t.equal(table.numberOf(other), -1)
  t.equal(table.size, 1)
})
