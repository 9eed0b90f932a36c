import t from 'tap'
import { contains } from '../../../src/engine/time/contains.ts'
import { fitsWorkingHours } from '../../../src/engine/time/fits-working-hours.ts'
import type { Interval } from '../../../src/engine/time/local.ts'
import { minutesBetween } from '../../../src/engine/time/minutes-between.ts'
import { overlapMinutes } from '../../../src/engine/time/overlap-minutes.ts'
import { overlaps } from '../../../src/engine/time/overlaps.ts'

const morning = span('2027-03-01T08:00Z', '2027-03-01T12:00Z')
const noon = span('2027-03-01T12:00Z', '2027-03-01T13:00Z')
const brunch = span('2027-03-01T11:00Z', '2027-03-01T12:30Z')

t.test('spans that only touch do not overlap, spans that share time do', async (t) => {
  t.notOk(overlaps(morning, noon))
  t.notOk(overlaps(noon, morning))
  t.ok(overlaps(morning, brunch))
  t.ok(overlaps(brunch, morning))
  t.ok(overlaps(morning, morning))
  t.notOk(overlaps(morning, span('2027-03-01T09:00Z', '2027-03-01T09:00Z')), 'an empty span shares nothing')
})

t.test('shared minutes are counted once and never below zero', async (t) => {
  t.equal(overlapMinutes(morning, brunch), 60)
  t.equal(overlapMinutes(brunch, noon), 30)
  t.equal(overlapMinutes(morning, noon), 0)
  t.equal(overlapMinutes(morning, span('2027-03-02T08:00Z', '2027-03-02T12:00Z')), 0)
})

t.test('minutes between instants carry their sign and their seconds', async (t) => {
  t.equal(minutesBetween(morning.startsAt, morning.endsAt), 240)
  t.equal(minutesBetween(morning.endsAt, morning.startsAt), -240)
  t.equal(minutesBetween(new Date('2027-03-01T08:00:00Z'), new Date('2027-03-01T08:00:30Z')), 0.5)
})

t.test('a span holds its start but not its end, and holds itself', async (t) => {
  t.ok(contains(morning, morning.startsAt))
  t.notOk(contains(morning, morning.endsAt))
  t.notOk(contains(morning, new Date('2027-03-01T07:59Z')))
  t.ok(contains(morning, morning))
  t.notOk(contains(morning, brunch))
})

const officeHours = {
  zone: 'Europe/Oslo',
  workingDays: [1, 2, 3, 4, 5],
  workStartsAt: '08:00',
  workEndsAt: '16:00'
}

t.test('a shift fits when it lies in the hours of one working day, ends included', async (t) => {
  const fits = (from: string, to: string) => fitsWorkingHours({ ...officeHours, interval: span(from, to) })
  t.ok(fits('2027-03-01T07:00Z', '2027-03-01T15:00Z'), 'Monday 08:00-16:00')
  t.notOk(fits('2027-03-01T06:59Z', '2027-03-01T10:00Z'), 'a minute early')
  t.notOk(fits('2027-03-01T10:00Z', '2027-03-01T15:01Z'), 'a minute late')
  t.notOk(fits('2027-03-06T08:00Z', '2027-03-06T12:00Z'), 'a Saturday')
  t.notOk(fits('2027-03-01T10:00Z', '2027-03-02T10:00Z'), 'over night')
})

t.test('working hours follow the wall clock over the clock change', async (t) => {
  const fits = (from: string, to: string) => fitsWorkingHours({ ...officeHours, interval: span(from, to) })
  t.notOk(fits('2027-03-26T06:00Z', '2027-03-26T10:00Z'), '07:00 on the Friday before')
  t.ok(fits('2027-03-29T06:00Z', '2027-03-29T10:00Z'), '08:00 on the Monday after')
})

t.test('hours over midnight belong to the day they begin on', async (t) => {
  const nights = { ...officeHours, workingDays: [7], workStartsAt: '22:00', workEndsAt: '06:00' }
  const fits = (from: string, to: string) => fitsWorkingHours({ ...nights, interval: span(from, to) })
  t.ok(fits('2027-02-28T21:00Z', '2027-03-01T05:00Z'), 'Sunday 22:00 to Monday 06:00')
  t.ok(fits('2027-03-01T00:00Z', '2027-03-01T05:00Z'), 'the part after midnight')
  t.notOk(fits('2027-03-01T21:00Z', '2027-03-02T05:00Z'), 'Monday night')
  t.notOk(fits('2027-02-28T00:00Z', '2027-02-28T05:00Z'), 'Saturday night')
})

t.test('the zone of the person decides, not that of the shift', async (t) => {
  const interval = span('2027-03-01T14:00Z', '2027-03-01T18:00Z')
  t.notOk(fitsWorkingHours({ ...officeHours, interval }))
  t.ok(fitsWorkingHours({ ...officeHours, zone: 'America/New_York', interval }))
})

function span(from: string, to: string): Interval {
  return { startsAt: new Date(from), endsAt: new Date(to) }
}
