import t from 'tap'
import { nudgeDue } from '../../../src/engine/insight/nudge-due.ts'

/** What is due at each instant to somebody who gets a look every so often, in order. */
function nudges(endsAt: string, zone: string, instants: string[]): (string | null)[] {
  const sent: string[] = []
  return instants.map((now) => {
    const due = nudgeDue({ endsAt: new Date(endsAt), zone, sent }, new Date(now))
    if (due) sent.push(due)
    return due
  })
}

t.test('at the end of the shift, at nine the next morning, then silence', async (t) => {
  const due = nudges('2027-03-01T12:00Z', 'Europe/Oslo', [
    '2027-03-01T11:59Z',
    '2027-03-01T12:00Z',
    '2027-03-01T12:15Z',
    '2027-03-02T07:59Z',
    '2027-03-02T08:00Z',
    '2027-03-02T08:15Z',
    '2027-03-03T08:00Z',
    '2027-03-09T08:00Z'
  ])
  t.strictSame(due, [null, 'shift_end', null, null, 'next_morning', null, null, null])
})

t.test('nine is nine where the person is, on both sides of a change of clocks', async (t) => {
  t.equal(
    nudges('2027-03-13T20:00Z', 'America/New_York', ['2027-03-13T20:00Z', '2027-03-14T12:59Z'])[1],
    null
  )
  t.equal(
    nudges('2027-03-13T20:00Z', 'America/New_York', ['2027-03-13T20:00Z', '2027-03-14T13:00Z'])[1],
    'next_morning'
  )
  t.equal(
    nudges('2027-03-27T20:00Z', 'Europe/Oslo', ['2027-03-27T20:00Z', '2027-03-28T07:00Z'])[1],
    'next_morning'
  )
})

t.test('a shift that ends at night is asked of in the morning of the same day', async (t) => {
  const due = nudges('2027-03-02T01:00Z', 'Europe/Oslo', ['2027-03-02T01:00Z', '2027-03-02T08:00Z'])
  t.strictSame(due, ['shift_end', 'next_morning'])
})

t.test('one that ends shortly before nine is asked of the morning after', async (t) => {
  const due = nudges('2027-03-02T07:00Z', 'Europe/Oslo', [
    '2027-03-02T07:00Z',
    '2027-03-02T08:00Z',
    '2027-03-03T08:00Z'
  ])
  t.strictSame(due, ['shift_end', null, 'next_morning'])
})

t.test(
  'what an outage missed is not made up for: the later nudge only, and none after 48 hours',
  async (t) => {
    t.strictSame(nudges('2027-03-01T12:00Z', 'Europe/Oslo', ['2027-03-02T20:00Z', '2027-03-02T20:15Z']), [
      'next_morning',
      null
    ])
    t.strictSame(nudges('2027-03-01T12:00Z', 'Europe/Oslo', ['2027-03-03T12:00Z']), [null])
  }
)
