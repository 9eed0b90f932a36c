import fc from 'fast-check'
import t from 'tap'
import { activityRefusal } from '../../../src/engine/ledger/activity-refusal.ts'
import { activityWindow } from '../../../src/engine/ledger/activity-window.ts'
import { workedByActivity } from '../../../src/engine/ledger/worked-by-activity.ts'

const at = (time: string) => new Date(`2027-03-01T${time}Z`)
const seat = { startsAt: at('08:00'), endsAt: at('12:00') }
const window = activityWindow(seat, [])
const report = (from: string, to: string, tickets = 1) => ({ startsAt: at(from), endsAt: at(to), tickets })
const minutesOf = (...reports: ReturnType<typeof report>[]) =>
  workedByActivity({ seat, window, reports })?.minutes ?? null

t.test('no report proposes nothing, and one beside the shift neither', async (t) => {
  t.equal(minutesOf(), null)
  t.equal(minutesOf(report('06:00', '08:00')), null, 'before the start')
  t.equal(minutesOf(report('13:00', '14:00')), null, 'an hour after the end')
})

t.test('two reports that overlap are one, and one inside another adds nothing', async (t) => {
  t.equal(minutesOf(report('08:30', '10:00'), report('09:30', '11:00')), 150)
  t.equal(minutesOf(report('08:30', '11:00'), report('09:30', '10:00')), 150)
})

t.test('a silence of an hour is waiting for customers, a longer one is not work', async (t) => {
  t.equal(minutesOf(report('08:30', '09:00'), report('10:00', '10:30')), 120)
  t.equal(minutesOf(report('08:30', '09:00'), report('10:01', '10:31')), 60)
})

t.test('a quarter of an hour at either end counts as on time', async (t) => {
  t.equal(minutesOf(report('08:15', '11:45')), 240)
  t.equal(minutesOf(report('08:16', '11:44')), 210)
  t.equal(minutesOf(report('07:00', '12:15')), 240, 'before the start nothing is earned')
  t.equal(minutesOf(report('08:00', '12:40')), 280, 'staying on counts')
  t.equal(minutesOf(report('08:00', '15:00')), 300, 'an hour at most')
})

t.test('minutes come in steps of five, and there are some where anything was done', async (t) => {
  t.equal(minutesOf(report('09:00', '10:02')), 60)
  t.equal(minutesOf(report('09:00', '10:03')), 65)
  t.equal(minutesOf(report('09:00', '09:01')), 5)
  t.match(workedByActivity({ seat, window, reports: [report('12:05', '12:10')] }), {
    workedFrom: at('12:05'),
    workedTo: at('12:10'),
    minutes: 5
  })
})

t.test('tickets are those of the reports that touch the shift', async (t) => {
  const reports = [report('07:00', '08:00', 9), report('08:00', '09:00', 2), report('08:30', '09:00', 3)]
  t.equal(workedByActivity({ seat, window, reports })?.tickets, 5)
})

t.test('two seats in a row share no minute', async (t) => {
  const next = { startsAt: at('12:00'), endsAt: at('16:00') }
  const long = [report('10:00', '14:00')]
  const first = workedByActivity({ seat, window: activityWindow(seat, [seat, next]), reports: long })
  const second = workedByActivity({ seat: next, window: activityWindow(next, [seat, next]), reports: long })
  t.strictSame([first?.minutes, second?.minutes], [120, 120])
})

t.test(
  'whatever the reports, their order changes nothing, and more of them never take minutes away',
  async (t) => {
    const some = fc
      .tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 1, max: 200 }))
      .map(([from, minutes]) => ({
        startsAt: new Date(+at('07:00') + from * 60_000),
        endsAt: new Date(+at('07:00') + (from + minutes) * 60_000),
        tickets: 1
      }))
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), some, (reports, more) => {
        const proposed = workedByActivity({ seat, window, reports })
        const turned = workedByActivity({ seat, window, reports: reports.toReversed() })
        t.strictSame(turned, proposed)
        const wider = workedByActivity({ seat, window, reports: [...reports, more] })
        if (!proposed) return true
        const isInside = proposed.workedFrom >= window.startsAt && proposed.workedTo <= window.endsAt
        return isInside && proposed.workedFrom <= proposed.workedTo && wider!.minutes >= proposed.minutes
      }),
      { seed: 7, numRuns: 300 }
    )
  }
)

t.test('a report is refused for one reason, the plainest first', async (t) => {
  const seats = [{ ...seat, isConfirmed: false }]
  const now = at('14:00')
  const reasonOf = (from: string, to: string, confirmed = false) =>
    activityRefusal({
      report: report(from, to),
      seats: seats.map((one) => ({ ...one, isConfirmed: confirmed })),
      now
    })
  t.equal(reasonOf('09:00', '09:00'), 'ends-before-start')
  t.equal(reasonOf('09:00', '08:00'), 'ends-before-start')
  t.equal(reasonOf('13:30', '14:01'), 'in-the-future')
  t.equal(reasonOf('13:00', '14:00'), 'no-shift')
  t.equal(reasonOf('09:00', '10:00', true), 'hours-confirmed')
  t.equal(reasonOf('12:59', '14:00'), null)
  const days = { startsAt: new Date('2027-02-27T08:00Z'), endsAt: at('09:00') }
  t.equal(activityRefusal({ report: days, seats, now }), 'too-long')
})
