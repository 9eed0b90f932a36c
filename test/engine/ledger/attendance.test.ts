import fc from 'fast-check'
import t from 'tap'
import { attendedSpan, mayCheckIn, mayCheckOut } from '../../../src/engine/ledger/attended-minutes.ts'
import { lastFixItDay } from '../../../src/engine/ledger/last-fix-it-day.ts'
import { answerUntil, noShowState } from '../../../src/engine/ledger/no-show-state.ts'

const shift = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
const at = (time: string) => new Date(`2027-03-01T${time}Z`)
const attended = (from: string, to: string) =>
  attendedSpan({ ...shift, checkedInAt: at(from), checkedOutAt: at(to) }).minutes

t.test('five minutes either way are on time, more counts as it was', async (t) => {
  t.equal(attended('07:30', '12:00'), 240, 'coming early earns nothing')
  t.equal(attended('08:05', '11:55'), 240)
  t.equal(attended('08:06', '12:00'), 234)
  t.equal(attended('08:00', '11:54'), 234)
  t.equal(attended('08:00', '12:06'), 246)
})

t.test('staying on counts for an hour at most, leaving before the start for nothing', async (t) => {
  t.equal(attended('08:00', '13:00'), 300)
  t.equal(attended('08:00', '15:00'), 300)
  t.equal(attended('07:30', '07:50'), 0)
  t.equal(attended('11:58', '11:59'), 2, 'the last minute, and the end by grace')
})

t.test('whoever comes and goes, minutes are what lies between their instants, within limits', async (t) => {
  const minute = fc
    .integer({ min: -30, max: 300 })
    .map((minutes) => new Date(+shift.startsAt + minutes * 60_000))
  const holds = fc.property(minute, minute, (one, other) => {
    const [checkedInAt, checkedOutAt] = one < other ? [one, other] : [other, one]
    const { workedFrom, workedTo, minutes } = attendedSpan({ ...shift, checkedInAt, checkedOutAt })
    return (
      minutes >= 0 &&
      minutes <= 300 &&
      workedFrom >= shift.startsAt &&
      minutes === (workedTo.getTime() - workedFrom.getTime()) / 60_000
    )
  })
  t.doesNotThrow(() => fc.assert(holds, { seed: 2027, numRuns: 500 }))
})

t.test('check-in is open from half an hour before until the end, check-out for an hour more', async (t) => {
  const may = (time: string) => mayCheckIn({ ...shift, now: at(time) })
  t.notOk(may('07:29'))
  t.ok(may('07:30'))
  t.ok(may('11:59'))
  t.notOk(may('12:00'))
  t.ok(mayCheckOut({ endsAt: shift.endsAt, now: at('13:00') }))
  t.notOk(mayCheckOut({ endsAt: shift.endsAt, now: at('13:01') }))
})

t.test('a no-show is raised until it is answered, taken back or recorded', async (t) => {
  const nothing = { answeredAt: null, withdrawnAt: null, recordedAt: null }
  t.equal(noShowState(nothing), 'raised')
  t.equal(noShowState({ ...nothing, answeredAt: at('12:00') }), 'answered')
  t.equal(noShowState({ ...nothing, withdrawnAt: at('12:00') }), 'withdrawn')
  t.equal(noShowState({ ...nothing, recordedAt: at('12:00') }), 'recorded')
  t.strictSame(
    answerUntil(new Date('2027-03-27T12:00Z')),
    new Date('2027-03-29T12:00Z'),
    'over a clock change'
  )
})

t.test('five working days are those of the person, without their holidays', async (t) => {
  const last = (onDay: string, workingDays = [1, 2, 3, 4, 5], daysOff: string[] = []) =>
    lastFixItDay({ onDay, workingDays, daysOff: new Set(daysOff) })
  t.equal(last('2027-03-01'), '2027-03-08', 'Monday to Monday')
  t.equal(last('2027-03-05'), '2027-03-12')
  t.equal(last('2027-03-06'), '2027-03-12', 'from a Saturday')
  t.equal(last('2027-03-01', [2, 4]), '2027-03-16', 'two days a week')
  t.equal(last('2027-03-23', [1, 2, 3, 4, 5], ['2027-03-25', '2027-03-26', '2027-03-29']), '2027-04-02')
  t.equal(last('2027-03-01', []), '2027-04-30', 'who works no day does not keep us counting')
})
