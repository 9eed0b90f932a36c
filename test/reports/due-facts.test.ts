import t from 'tap'
import { dayNumberOf } from '../../src/engine/time/day-number.ts'
import { type DueFacts, dueFactsOf } from '../../src/reports/due-facts.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import type { Crowd } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'

const QUARTER = { fromOn: '2027-01-01', toOn: '2027-04-01' }
const idOf = (person: number) => `01900000-0000-7000-8000-00000000000${person}`

type Days = readonly [person: number, fromOn: string, toOn: string]

/** As the database packs them: an id and two days. */
function packed(all: readonly Days[]): string {
  const rows = Buffer.concat(
    all.map(([person, fromOn, toOn]) => {
      const row = Buffer.alloc(24)
      row.write(idOf(person).replaceAll('-', ''), 'hex')
      row.writeInt32BE(dayNumberOf(fromOn), 16)
      row.writeInt32BE(dayNumberOf(toOn), 20)
      return row
    })
  )
  return rows.toString('base64')
}

function idsOf(all: readonly string[]): IdTable {
  const ids = new IdTable()
  for (const id of all) ids.add(bytesOf(id), 0)
  return ids
}

const bytesOf = (id: string) =>
  new DataView(Uint8Array.from(Buffer.from(id.replaceAll('-', ''), 'hex')).buffer)

/** People who are in one team all the time, unless said otherwise, and what is known of their days off. */
function factsOf(
  people: readonly { fte?: number; joinedOn?: string; lastOn?: string }[],
  off: { away?: readonly Days[]; exempt?: readonly Days[]; own?: readonly number[] } = {}
): DueFacts[] {
  const ints = (of: (person: (typeof people)[number], at: number) => number) => Int32Array.from(people, of)
  const crowd: Crowd = {
    ids: idsOf(people.map((_, at) => idOf(at))),
    fte: ints(({ fte = 100 }) => fte),
    joined: ints(({ joinedOn = '2020-01-01' }) => dayNumberOf(joinedOn)),
    last: ints(({ lastOn }) => (lastOn ? dayNumberOf(lastOn) : NO_DAY)),
    ...{ home: ints(() => -1), person: ints((_, at) => at), place: ints(() => 0) },
    from: ints(() => dayNumberOf(QUARTER.fromOn)),
    to: ints(() => dayNumberOf(QUARTER.toOn)),
    spansFrom: Int32Array.from({ length: people.length + 1 }, (_, at) => at),
    keys: { team: ['a'] }
  }
  const reach = { ...QUARTER, asOf: null, byTurns: true }
  const quotas = { teams: [], people: (off.own ?? []).map(idOf), of: () => [] }
  const days = { away: packed(off.away ?? []), exempt: packed(off.exempt ?? []) }
  return dueFactsOf(crowd, { reach, kind: 'team', quotas, off: days })
}

const told = (facts: readonly DueFacts[]) =>
  facts.map(({ people, fte, first, last, away, exempt, reach }) =>
    [people, fte, first, last, away, exempt, reach].join(' ').trimEnd()
  )

t.test('people who owe alike are counted together, whoever does not stands apart', async (t) => {
  const joined = ['2027-02-01', '2027-03-01'].map((joinedOn) => ({ joinedOn }))
  const facts = factsOf([{}, { fte: 50 }, {}, ...joined, { lastOn: '2027-03-05' }])
  t.strictSame(told(facts), [
    '2 100 2027-01-01',
    '1 50 2027-01-01',
    '1 100 2027-02-01',
    '1 100 2027-03-01',
    '1 100 2027-01-01 2027-03-05'
  ])
})

t.test('lists of days that end alike are told apart by what they begin with', async (t) => {
  const spring: Days[] = [0, 1, 2].map((person) => [person, '2027-03-01', '2027-03-31'])
  const away: Days[] = [[0, '2027-01-04', '2027-02-07'], [1, '2027-01-11', '2027-02-14'], ...spring]
  t.strictSame(told(factsOf([{}, {}, {}, {}], { away })), [
    '1 100 2027-01-01  2027-01-04/2027-02-07,2027-03-01/2027-03-31',
    '1 100 2027-01-01  2027-01-11/2027-02-14,2027-03-01/2027-03-31',
    '1 100 2027-01-01  2027-03-01/2027-03-31',
    '1 100 2027-01-01'
  ])
})

t.test('who is away or exempt on the same days owes alike, and on other days not', async (t) => {
  const days = ['2027-01-04', '2027-03-01'] as const
  const exempt: Days[] = [
    [0, ...days],
    [1, '2027-02-01', '2027-03-01'],
    [2, ...days]
  ]
  t.strictSame(told(factsOf([{}, {}, {}], { exempt })), [
    '2 100 2027-01-01   2027-01-04/2027-03-01',
    '1 100 2027-01-01   2027-02-01/2027-03-01'
  ])
  const away: Days[] = [
    [0, ...days],
    [1, ...days]
  ]
  t.strictSame(told(factsOf([{}, {}], { away })), ['2 100 2027-01-01  2027-01-04/2027-03-01'])
  t.equal(
    factsOf([{}, {}], { away: [[0, ...days]], exempt: [[1, ...days]] }).length,
    2,
    'and one is not the other'
  )
})

t.test('whoever has a quota of their own owes by that, and strangers change nothing', async (t) => {
  t.strictSame(told(factsOf([{}, {}, {}], { own: [1, 2, 7] })), [
    '1 100 2027-01-01',
    `1 100 2027-01-01    ${idOf(1)}`,
    `1 100 2027-01-01    ${idOf(2)}`
  ])
  t.strictSame(told(factsOf([{}], { away: [[9, '2027-01-04', '2027-03-01']] })), ['1 100 2027-01-01'])
})
