import fc from 'fast-check'
import t from 'tap'
import { plannedTimes } from '../../../src/engine/time/planned-times.ts'

const times = (...[recurrence, zone, after, until]: [object, string, string, string]) =>
  plannedTimes(recurrence as never, zone, new Date(after), new Date(until)).map((at) => at.toISOString())

t.test('the end of the span belongs to it, the start does not', async (t) => {
  const hourly = { minutes: [0], hours: [6, 7, 8] }
  t.strictSame(times(hourly, 'UTC', '2027-03-01T06:00:00Z', '2027-03-01T08:00:00Z'), [
    '2027-03-01T07:00:00.000Z',
    '2027-03-01T08:00:00.000Z'
  ])
  t.strictSame(times(hourly, 'UTC', '2027-03-01T08:00:00Z', '2027-03-01T08:00:00Z'), [])
  t.strictSame(times(hourly, 'UTC', '2027-03-02T08:00:00Z', '2027-03-01T08:00:00Z'), [])
})

t.test('a daily time keeps its wall clock over both clock changes', async (t) => {
  const morning = { minutes: [0], hours: [8] }
  t.strictSame(times(morning, 'Europe/Oslo', '2027-03-27T00:00:00Z', '2027-03-29T00:00:00Z'), [
    '2027-03-27T07:00:00.000Z',
    '2027-03-28T06:00:00.000Z'
  ])
  t.strictSame(times(morning, 'Europe/Oslo', '2027-10-30T00:00:00Z', '2027-11-01T00:00:00Z'), [
    '2027-10-30T06:00:00.000Z',
    '2027-10-31T07:00:00.000Z'
  ])
})

t.test('a skipped time happens later that day, a doubled one once', async (t) => {
  const night = { minutes: [30], hours: [2] }
  t.strictSame(times(night, 'Europe/Oslo', '2027-03-28T00:00:00Z', '2027-03-28T12:00:00Z'), [
    '2027-03-28T01:30:00.000Z'
  ])
  t.strictSame(times(night, 'Europe/Oslo', '2027-10-30T22:00:00Z', '2027-10-31T12:00:00Z'), [
    '2027-10-31T00:30:00.000Z'
  ])
})

t.test('weekdays, days of the month and months must all fit', async (t) => {
  const at = { minutes: [0], hours: [8] }
  const year = ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'] as const
  t.equal(times({ ...at, weekdays: [7] }, 'UTC', ...year).length, 52)
  t.strictSame(
    times({ ...at, daysOfMonth: [31], months: [1, 2, 3, 4] }, 'UTC', ...year).map((at) => at.slice(5, 10)),
    ['01-31', '03-31']
  )
})

t.test('spans put together miss nothing and repeat nothing, wherever they are cut', async (t) => {
  const zones = [
    'Europe/Oslo',
    'America/New_York',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Chatham'
  ]
  const start = Date.parse('2027-01-01T00:00:00Z')
  const minutes = fc.integer({ min: 0, max: 525_600 })
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 3 })
  const property = fc.property(
    fc.constantFrom(...zones),
    hours,
    fc.tuple(minutes, minutes, minutes),
    (zone, hours, cuts) => {
      const recurrence = { minutes: [0, 30], hours }
      const [a, b, c] = cuts
        .sort((one, other) => one - other)
        .map((minute) => new Date(start + minute * 60_000)) as [Date, Date, Date]
      const whole = plannedTimes(recurrence, zone, a, c)
      const parts = [...plannedTimes(recurrence, zone, a, b), ...plannedTimes(recurrence, zone, b, c)]
      return JSON.stringify(whole) === JSON.stringify(parts)
    }
  )
  t.doesNotThrow(() => fc.assert(property, { numRuns: 60, seed: 4 }))
})
