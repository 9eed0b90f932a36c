import t from 'tap'
import { IdTable } from '../../src/reports/id-table.ts'
import { overlapsBeside, overlapsOf, tracksOfPeople } from '../../src/reports/overlaps.ts'
import { type Crowd, groupsOf } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'
import { sizesIn, sizesOf } from '../../src/reports/sizes.ts'

const FROM = 1000
const TO = 1030

/** Ada stays in team a in Norway; Bo goes to team b and on to c, and comes back; Cy leaves on the fifth day; Di has left. */
const crowd: Crowd = {
  ids: new IdTable(),
  ...{ fte: Int32Array.of(100, 100, 100, 100), home: Int32Array.of(-1, -1, -1, -1) },
  ...{ joined: Int32Array.of(900, 1003, 900, 900), last: Int32Array.of(NO_DAY, NO_DAY, 1004, 990) },
  person: Int32Array.of(0, 1, 1, 1, 2, 3),
  from: Int32Array.of(FROM, FROM, 1010, 1020, FROM, FROM),
  to: Int32Array.of(TO, 1010, 1020, TO, TO, TO),
  place: Int32Array.of(0, 1, 2, 1, 1, 0),
  spansFrom: Int32Array.of(0, 1, 4, 5, 6),
  groups: { team: groupsOf(['a', 'b', 'c']), site: groupsOf(['NO', 'NO', 'SE']) }
}

t.test(
  'sizes change on the days on which people join, move and leave, and who was never employed is in none',
  async (t) => {
    t.strictSame(sizesOf(crowd, 'team'), [
      {
        key: 'a',
        changes: [
          [FROM, 1],
          [TO, -1]
        ]
      },
      {
        key: 'b',
        changes: [
          [FROM, 1],
          [1003, 1],
          [1005, -1],
          [1010, -1],
          [1020, 1],
          [TO, -1]
        ]
      },
      {
        key: 'c',
        changes: [
          [1010, 1],
          [1020, -1]
        ]
      }
    ])
    // A move changes nothing in all together.
    t.strictSame(sizesOf(crowd, null)[0]!.changes, [
      [FROM, 2],
      [1003, 1],
      [1005, -1],
      [TO, -2]
    ])
  }
)

t.test('sizes of months are those of their days, and who is in none of them is left out', async (t) => {
  const months = [
    { from: FROM, to: 1004 },
    { from: 1004, to: 1010 },
    { from: 1010, to: 1020 },
    { from: 1020, to: TO }
  ]
  const inEach = sizesIn(sizesOf(crowd, 'team'), months).map((sizes) =>
    sizes.map(({ key, changes }) => [key, ...changes.map(([day, more]) => `${day} ${more}`)])
  )
  t.strictSame(inEach, [
    [
      ['a', '1000 1'],
      ['b', '1000 1', '1003 1']
    ],
    [
      ['a', '1004 1'],
      ['b', '1004 2', '1005 -1']
    ],
    [
      ['a', '1010 1'],
      ['c', '1010 1']
    ],
    [
      ['a', '1020 1'],
      ['b', '1020 1']
    ]
  ])
})

t.test('people of tracks are counted once, and in the group in which they did it', async (t) => {
  // Bo answers in b twice and reviews in c; Cy does both; Di has hours though she has left.
  const ofSpan = Uint8Array.of(0, 1, 2, 1, 3, 1)
  const of = (people: number, ...keys: string[]) => ({ keys, people })
  t.strictSame(overlapsOf(tracksOfPeople(crowd, ofSpan)), [
    of(1, 'live_contact'),
    of(2, 'live_contact', 'review')
  ])
  const month = { from: FROM, to: TO }
  const beside = (kind: 'team' | 'site', ...shown: string[][]) =>
    overlapsBeside(crowd, { ofSpan, month, kinds: [{ kind, shown }], otherwise: 'help_pages' })[0]
  t.strictSame(
    beside('team', ['a'], ['b'], ['c']),
    [[of(1, 'help_pages')], [of(1, 'live_contact'), of(1, 'live_contact', 'review')], [of(1, 'review')]],
    'Ada did nothing, and Di was not there'
  )
  t.strictSame(
    beside('team', ['b', 'c']),
    [[of(2, 'live_contact', 'review')]],
    'who moved from one of two that are one is in it once, and a group that is not shown is left out'
  )
  t.strictSame(beside('site', ['NO'], ['SE']), [
    [of(1, 'help_pages'), of(1, 'live_contact'), of(1, 'live_contact', 'review')],
    [of(1, 'review')]
  ])
})
