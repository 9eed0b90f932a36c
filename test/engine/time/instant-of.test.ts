import fc from 'fast-check'
import t from 'tap'
import { dayBounds } from '../../../src/engine/time/day-bounds.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import type { LocalDate, LocalTime, Zone } from '../../../src/engine/time/local.ts'
import { localDateOf } from '../../../src/engine/time/local-date-of.ts'
import { localTimeOf } from '../../../src/engine/time/local-time-of.ts'
import { minutesBetween } from '../../../src/engine/time/minutes-between.ts'
import { ZONES } from './patterns.ts'
import { wallClock } from './wall-clock.ts'

t.test('an ordinary local time is the instant its zone says', async (t) => {
  t.equal(iso('2027-01-15', '09:00', 'Europe/Oslo'), '2027-01-15T08:00:00.000Z')
  t.equal(iso('2027-07-15', '09:00', 'Europe/Oslo'), '2027-07-15T07:00:00.000Z')
  t.equal(iso('2027-07-15', '09:00', 'Pacific/Chatham'), '2027-07-14T20:15:00.000Z')
  t.equal(iso('2027-07-15', '09:00', 'UTC'), '2027-07-15T09:00:00.000Z')
})

t.test('a skipped local time moves forward by the length of the gap', async (t) => {
  const becomes = (date: LocalDate, time: LocalTime, zone: Zone) =>
    localTimeOf(instantOf(date, time, zone), zone)
  t.equal(becomes('2026-03-29', '02:00', 'Europe/Oslo'), '03:00')
  t.equal(becomes('2026-03-29', '02:30', 'Europe/Oslo'), '03:30')
  t.equal(becomes('2026-03-08', '02:30', 'America/New_York'), '03:30')
  t.equal(becomes('2026-10-04', '02:10', 'Australia/Lord_Howe'), '02:40')
  t.equal(becomes('2026-09-27', '02:45', 'Pacific/Chatham'), '03:45')
  t.equal(becomes('2018-11-04', '00:00', 'America/Sao_Paulo'), '01:00')
  t.equal(becomes('2022-03-22', '00:15', 'Asia/Tehran'), '01:15')
})

t.test('a doubled local time means its first occurrence', async (t) => {
  t.equal(iso('2026-10-25', '02:00', 'Europe/Oslo'), '2026-10-25T00:00:00.000Z')
  t.equal(iso('2026-10-25', '02:30', 'Europe/Oslo'), '2026-10-25T00:30:00.000Z')
  t.equal(iso('2026-11-01', '01:30', 'America/New_York'), '2026-11-01T05:30:00.000Z')
  t.equal(iso('2026-04-05', '01:45', 'Australia/Lord_Howe'), '2026-04-04T14:45:00.000Z')
  t.equal(iso('2026-04-05', '03:00', 'Pacific/Chatham'), '2026-04-04T13:15:00.000Z')
  t.equal(iso('2026-11-01', '00:30', 'America/Havana'), '2026-11-01T04:30:00.000Z')
})

t.test('24:00 is the start of the next day, also where that day begins at 01:00', async (t) => {
  t.equal(iso('2026-12-31', '24:00', 'Europe/Oslo'), iso('2027-01-01', '00:00', 'Europe/Oslo'))
  t.equal(iso('2026-03-07', '24:00', 'America/Havana'), '2026-03-08T05:00:00.000Z')
})

t.test('a day that a zone left out altogether moves to the day after', async (t) => {
  t.equal(
    wallClock(instantOf('2011-12-30', '12:00', 'Pacific/Apia').getTime(), 'Pacific/Apia'),
    '2011-12-31 12:00'
  )
})

t.test('what is no date, no time or no zone is refused with a RangeError', async (t) => {
  t.throws(() => instantOf('tomorrow', '09:00', 'Europe/Oslo'), RangeError)
  t.throws(() => instantOf('2027-01-15', 'noon', 'Europe/Oslo'), RangeError)
  t.throws(() => instantOf('2027-01-15', '09:00', 'Mars/Olympus'), RangeError)
})

t.test('local days follow each other without a seam and differ in length only on a change', async (t) => {
  const minutes = (date: LocalDate, zone: Zone) => {
    const { startsAt, endsAt } = dayBounds(date, zone)
    return minutesBetween(startsAt, endsAt)
  }
  t.equal(minutes('2026-03-29', 'Europe/Oslo'), 23 * 60)
  t.equal(minutes('2026-10-25', 'Europe/Oslo'), 25 * 60)
  t.equal(minutes('2026-10-04', 'Australia/Lord_Howe'), 23 * 60 + 30)
  t.equal(minutes('2026-03-08', 'America/Havana'), 23 * 60)
  t.equal(minutes('2026-11-01', 'America/Havana'), 25 * 60)
  t.equal(minutes('2026-06-01', 'Europe/Oslo'), 24 * 60)
})

const instants = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
const settings = { seed: 2026, numRuns: 3000 }

t.test('local date and time of any instant are what the platform shows', async (t) => {
  const agrees = fc.property(instants, fc.constantFrom(...ZONES), (minute, zone) => {
    const at = new Date(minute * 60_000)
    return `${localDateOf(at, zone)} ${localTimeOf(at, zone)}` === wallClock(at.getTime(), zone)
  })
  t.doesNotThrow(() => fc.assert(agrees, settings))
})

t.test('an instant read and written again comes back, or is the first of two that read alike', async (t) => {
  const comesBack = fc.property(instants, fc.constantFrom(...ZONES), (minute, zone) => {
    const at = minute * 60_000
    const again = instantOf(localDateOf(new Date(at), zone), localTimeOf(new Date(at), zone), zone).getTime()
    return again <= at && wallClock(again, zone) === wallClock(at, zone)
  })
  t.doesNotThrow(() => fc.assert(comesBack, settings))
})

function iso(date: LocalDate, time: LocalTime, zone: Zone): string {
  return instantOf(date, time, zone).toISOString()
}
