import t from 'tap'
import { dateOfDayNumber, dayNumberOf } from '../../src/engine/time/day-number.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import { type Crowd, groupsOf } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'
import { cutByTenure, tenureName } from '../../src/reports/tenure.ts'

const day = dayNumberOf

/** Ada joined on a leap day; Bo changes teams in the year in which three years are full; Cy joins in it. */
const crowd: Crowd = {
  ids: new IdTable(),
  ...{ fte: Int32Array.of(100, 100, 100), home: Int32Array.of(-1, -1, -1) },
  joined: Int32Array.of(day('2024-02-29'), day('2024-06-01'), day('2027-11-01')),
  last: Int32Array.of(NO_DAY, NO_DAY, NO_DAY),
  person: Int32Array.of(0, 1, 1, 2),
  from: Int32Array.of(day('2025-01-01'), day('2027-01-01'), day('2027-04-01'), day('2027-01-01')),
  to: Int32Array.of(day('2028-01-01'), day('2027-04-01'), day('2028-01-01'), day('2028-01-01')),
  place: Int32Array.of(0, 0, 1, 1),
  spansFrom: Int32Array.of(0, 1, 3, 4),
  groups: { team: groupsOf(['a', 'b']), site: groupsOf(['NO', 'SE']) }
}

t.test('spans end where the tenure of their person comes into the next band', async (t) => {
  const cut = cutByTenure(crowd)
  const spans = [...cut.person.keys()].map((span) =>
    [
      'ABC'[cut.person[span]!],
      ...[dateOfDayNumber(cut.from[span]!), dateOfDayNumber(cut.to[span]!)],
      ...[cut.groups.team, cut.groups.site, cut.groups.tenure].map(
        (groups) => groups!.keys[groups!.of[cut.place[span]!]!]
      )
    ].join(' ')
  )
  t.strictSame(spans, [
    'A 2025-01-01 2025-02-28 a NO 0',
    'A 2025-02-28 2027-02-28 a NO 1',
    'A 2027-02-28 2028-01-01 a NO 3',
    'B 2027-01-01 2027-04-01 a NO 1',
    'B 2027-04-01 2027-06-01 b SE 1',
    'B 2027-06-01 2028-01-01 b SE 3',
    'C 2027-01-01 2028-01-01 b SE 0'
  ])
  t.strictSame([...cut.spansFrom], [0, 3, 6, 7])
})

t.test('bands say from when to when', async (t) => {
  const names = ['under 1 year', '1 to 3 years', '3 to 5 years', '5 to 10 years', '10 years or more']
  t.strictSame(['0', '1', '3', '5', '10'].map(tenureName), names)
})
