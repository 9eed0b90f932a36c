import { tz } from '@date-fns/tz'
import { addMonths as addMonthsByLibrary, getISODay, getISOWeek, getISOWeekYear } from 'date-fns'
import fc from 'fast-check'
import t from 'tap'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { addMonths } from '../../../src/engine/time/add-months.ts'
import { daysBetween } from '../../../src/engine/time/days-between.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { isLocalDate } from '../../../src/engine/time/is-local-date.ts'
import { isLocalTime } from '../../../src/engine/time/is-local-time.ts'
import { isZone } from '../../../src/engine/time/is-zone.ts'
import { isoWeekOf } from '../../../src/engine/time/iso-week-of.ts'
import { startOfIsoWeek } from '../../../src/engine/time/start-of-iso-week.ts'
import { weekdayOf } from '../../../src/engine/time/weekday-of.ts'
import { ZONES } from './patterns.ts'

const inUtc = { in: tz('UTC') }
const settings = { seed: 2026, numRuns: 500 }
const dates = fc.integer({ min: -3000, max: 30_000 }).map((day) => addDays('1970-01-01', day))

t.test('2026 has a week 53, which runs into January 2027', async (t) => {
  t.strictSame(isoWeekOf('2026-12-27'), { year: 2026, week: 52 })
  t.strictSame(isoWeekOf('2026-12-28'), { year: 2026, week: 53 })
  t.strictSame(isoWeekOf('2027-01-03'), { year: 2026, week: 53 })
  t.strictSame(isoWeekOf('2027-01-04'), { year: 2027, week: 1 })
  t.strictSame(isoWeekOf('2024-12-30'), { year: 2025, week: 1 })
})

t.test('weeks and weekdays of any date are those of date-fns', async (t) => {
  const agrees = fc.property(dates, (date) => {
    const { year, week } = isoWeekOf(date)
    const at = `${date}T00:00Z`
    return (
      year === getISOWeekYear(at, inUtc) &&
      week === getISOWeek(at, inUtc) &&
      weekdayOf(date) === getISODay(at, inUtc)
    )
  })
  t.doesNotThrow(() => fc.assert(agrees, settings))
})

t.test('a week starts on its Monday, also over the new year and before 1970', async (t) => {
  t.equal(startOfIsoWeek('2027-01-03'), '2026-12-28')
  t.equal(startOfIsoWeek('2026-12-28'), '2026-12-28')
  t.equal(startOfIsoWeek('1969-12-31'), '1969-12-29')
})

t.test('29 February 2028 is a day between the 28th and 1 March', async (t) => {
  t.equal(addDays('2028-02-28', 1), '2028-02-29')
  t.equal(addDays('2028-03-01', -1), '2028-02-29')
  t.equal(daysBetween('2028-02-28', '2028-03-01'), 2)
  t.equal(daysBetween('2027-02-28', '2027-03-01'), 1)
  t.equal(weekdayOf('2028-02-29'), 2)
})

t.test('what recurs on the 30th of each month comes back to the 30th after February', async (t) => {
  const monthly = [0, 1, 2, 3].map((months) => addMonths('2027-01-30', months))
  t.strictSame(monthly, ['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30'])
  t.equal(addMonths('2028-01-30', 1), '2028-02-29')
  t.equal(addMonths('2027-01-31', 13), '2028-02-29')
  t.equal(addMonths('2027-03-31', -1), '2027-02-28')
})

t.test('months added to any date are those of date-fns', async (t) => {
  const agrees = fc.property(dates, fc.integer({ min: -200, max: 200 }), (date, months) => {
    const byLibrary = addMonthsByLibrary(`${date}T00:00Z`, months, inUtc)
    return addMonths(date, months) === new Date(byLibrary.getTime()).toISOString().slice(0, 10)
  })
  t.doesNotThrow(() => fc.assert(agrees, settings))
})

t.test('days added and days counted undo each other', async (t) => {
  const undo = fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
    return daysBetween(date, addDays(date, days)) === days
  })
  t.doesNotThrow(() => fc.assert(undo, settings))
})

t.test('the dates of a span leave out its end, and a span turned round has none', async (t) => {
  t.strictSame(eachDate('2026-12-30', '2027-01-02'), ['2026-12-30', '2026-12-31', '2027-01-01'])
  t.strictSame(eachDate('2027-01-01', '2027-01-01'), [])
  t.strictSame(eachDate('2027-01-02', '2027-01-01'), [])
})

t.test('only dates that exist are dates', async (t) => {
  for (const date of ['2028-02-29', '2026-12-31', '0001-01-01']) t.ok(isLocalDate(date), date)
  for (const text of [
    '2027-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '2027-01-01T00:00',
    '',
    'x'
  ]) {
    t.notOk(isLocalDate(text), text)
  }
})

t.test('only wall-clock times are times, 24:00 among them', async (t) => {
  for (const time of ['00:00', '09:30', '23:59', '24:00']) t.ok(isLocalTime(time), time)
  for (const text of ['24:30', '9:30', '23:60', '12:00:00', '', '12:00\n']) t.notOk(isLocalTime(text), text)
})

t.test('only names of zones are zones', async (t) => {
  for (const zone of [...ZONES, 'UTC', 'Asia/Kolkata']) t.ok(isZone(zone), zone)
  for (const text of ['', '+02:00', 'Europe/Atlantis', 'Europe/Oslo ', '../etc']) t.notOk(isZone(text), text)
})

t.test('what is no date is refused with a RangeError', async (t) => {
  for (const text of ['2027-2-3', 'soon', '', '2027-13-01']) t.throws(() => addDays(text, 1), RangeError)
})
