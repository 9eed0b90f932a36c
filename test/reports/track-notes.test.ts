import t from 'tap'
import { dayNumberOf } from '../../src/engine/time/day-number.ts'
import { IdTable } from '../../src/reports/id-table.ts'
import { groupsOf } from '../../src/reports/queries/crowd.ts'
import { NO_DAY } from '../../src/reports/queries/packed.ts'
import { TrackNotes } from '../../src/reports/track-notes.ts'
import { monthsOf, wholeMonths } from '../../src/reports/whole-months.ts'

const day = dayNumberOf

t.test('the months of a period are whole', async (t) => {
  const months = (fromOn: string, toOn: string) => wholeMonths({ fromOn, toOn })
  t.strictSame(months('2027-01-31', '2027-03-02'), { fromOn: '2027-01-01', toOn: '2027-04-01' })
  t.strictSame(months('2027-02-01', '2027-03-01'), { fromOn: '2027-02-01', toOn: '2027-03-01' })
  t.strictSame(months('2026-12-31', '2027-01-01'), { fromOn: '2026-12-01', toOn: '2027-01-01' })
  t.strictSame(monthsOf({ fromOn: '2027-01-31', toOn: '2027-02-02' }), [
    { from: day('2027-01-01'), to: day('2027-02-01') },
    { from: day('2027-02-01'), to: day('2027-03-01') }
  ])
})

t.test(
  'what is done counts in its month and place on any day of it, and for its person on the days asked for',
  async (t) => {
    const [from, to] = [day('2027-01-01'), day('2027-03-01')]
    const moved = day('2027-02-01')
    // The second person goes elsewhere in February.
    const crowd = {
      ...{ ids: new IdTable(), fte: Int32Array.of(100, 100), home: Int32Array.of(-1, -1) },
      ...{ joined: Int32Array.of(0, 0), last: Int32Array.of(NO_DAY, NO_DAY) },
      ...{ person: Int32Array.of(0, 1, 1), from: Int32Array.of(from, from, moved) },
      ...{
        to: Int32Array.of(to, moved, to),
        place: Int32Array.of(0, 0, 1),
        spansFrom: Int32Array.of(0, 1, 3)
      },
      groups: { team: groupsOf(['a', 'b']) }
    }
    const asked = { fromOn: '2027-01-20', toOn: '2027-02-10' }
    const notes = new TrackNotes(crowd, asked, monthsOf(asked))
    notes.note(0, day('2027-01-01'), 1)
    notes.note(0, day('2027-01-20'), 2)
    notes.note(0, day('2027-02-28'), 4)
    notes.note(1, day('2027-01-31'), 1)
    notes.note(1, day('2027-02-01'), 8)
    notes.note(1, day('2027-02-10'), 2)
    t.strictSame(
      notes.byMonth.map((people) => [...people]),
      [
        [3, 1, 0],
        [4, 0, 10]
      ]
    )
    t.strictSame([...notes.asked], [2, 9])
    t.strictSame(
      ['2027-01-19', '2027-01-20', '2027-02-09', '2027-02-10'].map((on) => notes.isAsked(day(on))),
      [false, true, true, false]
    )
  }
)
