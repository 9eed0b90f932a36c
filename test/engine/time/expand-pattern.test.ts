import fc from 'fast-check'
import t from 'tap'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { dayBounds } from '../../../src/engine/time/day-bounds.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { expandPattern, type PatternSlot, type PlannedSpan } from '../../../src/engine/time/expand-pattern.ts'
import type { LocalDate, LocalTime, Zone } from '../../../src/engine/time/local.ts'
import { weekdayOf } from '../../../src/engine/time/weekday-of.ts'
import { DAY_AND_NIGHT, ROUND_THE_CLOCK, SUNDAY_NIGHTS, TEN_YEARS, WHOLE_DAYS, ZONES } from './patterns.ts'
import { dialOf, wallClock } from './wall-clock.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const quietDays = new Map<string, boolean>()

for (const zone of ZONES) {
  t.test(
    `ten years round the clock in ${zone} leave no gap, no overlap, and keep the wall clock`,
    async (t) => {
      for (const pattern of [ROUND_THE_CLOCK, DAY_AND_NIGHT, WHOLE_DAYS]) {
        const spans = expandPattern({ pattern, zone, ...TEN_YEARS })
        t.equal(spans.length, (3652 * pattern.length) / 7, 'every slot of every day is there')
        t.strictSame(seams(spans), [], 'each span begins when the one before it ends')
        t.strictSame(
          spans.flatMap((span) => misread(span, pattern, zone)),
          []
        )
      }
    }
  )

  t.test(`Sunday nights in ${zone} begin at 22:00 on Sunday and end at 06:00 on Monday`, async (t) => {
    const spans = expandPattern({ pattern: SUNDAY_NIGHTS, zone, ...TEN_YEARS })
    t.equal(spans.length, 521)
    for (const { onDay, startsAt, endsAt } of spans) {
      const read = [wallClock(startsAt.getTime(), zone), wallClock(endsAt.getTime(), zone)]
      if (read.join() !== `${onDay} 22:00,${addDays(onDay, 1)} 06:00`) t.fail(`${onDay} reads ${read}`)
    }
  })
}

t.test('the night of the clock change is an hour short in spring and an hour long in autumn', async (t) => {
  const hours = (fromOn: LocalDate, zone: Zone) =>
    expandPattern({
      pattern: SUNDAY_NIGHTS.concat(slotAt('00:00', '08:00')),
      zone,
      fromOn,
      toOn: addDays(fromOn, 1)
    }).map(({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / MINUTE)
  t.strictSame(hours('2026-03-29', 'Europe/Oslo'), [420, 480])
  t.strictSame(hours('2026-10-25', 'Europe/Oslo'), [540, 480])
  t.strictSame(hours('2026-10-04', 'Australia/Lord_Howe'), [450, 480])
  t.strictSame(hours('2026-09-27', 'Pacific/Chatham'), [420, 480])
})

t.test('a whole-day slot is the whole local day, whatever its length', async (t) => {
  for (const onDay of ['2026-03-29', '2026-10-25', '2026-06-01']) {
    const [span] = expandPattern({
      pattern: WHOLE_DAYS,
      zone: 'Europe/Oslo',
      fromOn: onDay,
      toOn: addDays(onDay, 1)
    })
    t.strictSame(span, { onDay, ...dayBounds(onDay, 'Europe/Oslo') })
  }
})

t.test('a span that lies in the skipped hour is left out, and only on that day', async (t) => {
  const pattern = [slotAt('02:30', '03:00')]
  const days = expandPattern({ pattern, zone: 'Europe/Oslo', fromOn: '2026-03-22', toOn: '2026-04-12' })
  t.strictSame(
    days.map(({ onDay }) => onDay),
    ['2026-03-22', '2026-04-05']
  )
})

t.test('spans come in order of time, whatever the order of the pattern', async (t) => {
  const window = { zone: 'Europe/Oslo', fromOn: '2026-03-23', toOn: '2026-04-06' }
  const spans = expandPattern({ pattern: ROUND_THE_CLOCK, ...window })
  t.strictSame(expandPattern({ pattern: ROUND_THE_CLOCK.toReversed(), ...window }), spans)
})

t.test('the last day of a window does not belong to it, and an empty window has no spans', async (t) => {
  const window = { pattern: WHOLE_DAYS, zone: 'Europe/Oslo', fromOn: '2026-03-23' }
  t.strictSame(
    expandPattern({ ...window, toOn: '2026-03-24' }).map(({ onDay }) => onDay),
    ['2026-03-23']
  )
  t.strictSame(expandPattern({ ...window, toOn: '2026-03-23' }), [])
})

t.test('29 February 2028 and week 53 of 2026 are worked like any other day', async (t) => {
  const days = (fromOn: LocalDate, toOn: LocalDate) =>
    expandPattern({ pattern: WHOLE_DAYS, zone: 'Europe/Oslo', fromOn, toOn }).map(({ onDay }) => onDay)
  t.strictSame(days('2028-02-28', '2028-03-02'), ['2028-02-28', '2028-02-29', '2028-03-01'])
  t.equal(days('2026-12-28', '2027-01-04').length, 7)
})

t.test('any way to cut up the day covers two years of any zone once', async (t) => {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 1, maxLength: 12 })
  const coversOnce = fc.property(cuts, fc.constantFrom(...ZONES), (quarters, zone) => {
    const spans = expandPattern({ pattern: cutDay(quarters), zone, fromOn: '2018-01-01', toOn: '2020-01-01' })
    return seams(spans).length === 0
  })
  t.doesNotThrow(() => fc.assert(coversOnce, { seed: 2026, numRuns: 100 }))
})

t.test('two windows side by side give what one window gives', async (t) => {
  const all = {
    pattern: cutDay([1, 4, 9, 11, 40]),
    zone: 'America/Havana',
    fromOn: '2018-03-01',
    toOn: '2018-03-21'
  }
  t.strictSame(
    eachDate(all.fromOn, all.toOn).flatMap((day) =>
      expandPattern({ ...all, fromOn: day, toOn: addDays(day, 1) })
    ),
    expandPattern(all)
  )
})

t.test('an end moved by a gap stops at the next start, and spans side by side keep theirs', async (t) => {
  const hours = (...pattern: PatternSlot[]) =>
    expandPattern({ pattern, zone: 'Europe/Oslo', fromOn: '2026-03-29', toOn: '2026-03-30' }).map((span) =>
      [span.startsAt, span.endsAt].map((at) => at.toISOString().slice(11, 16)).join('-')
    )
  t.strictSame(hours(slotAt('00:00', '02:30')), ['23:00-01:30'])
  t.strictSame(hours(slotAt('00:00', '02:30'), slotAt('03:00', '05:00')), ['23:00-01:00', '01:00-03:00'])
  t.strictSame(hours(slotAt('00:00', '04:00'), slotAt('03:00', '05:00')), ['23:00-02:00', '01:00-03:00'])
})

t.test('a gap that ends at midnight does not push a late shift into the next day', async (t) => {
  const pattern = ([6, 7] as const).flatMap((weekday) => [
    { weekday, startsAt: '00:00', endsAt: '23:30' },
    { weekday, startsAt: '23:30', endsAt: '24:00' }
  ])
  const spans = expandPattern({ pattern, zone: 'America/Nuuk', fromOn: '2024-03-30', toOn: '2024-04-01' })
  t.strictSame(seams(spans), [])
  t.equal(spans.length, 3, 'the half hour of Saturday that did not happen is left out')
})

function slotAt(startsAt: LocalTime, endsAt: LocalTime): PatternSlot {
  return { weekday: 7, startsAt, endsAt }
}

/** Where one span does not begin at the end of the one before: a gap or an overlap. */
function seams(spans: PlannedSpan[]): string[] {
  return spans
    .slice(1)
    .filter((span, index) => span.startsAt.getTime() !== spans[index]?.endsAt.getTime())
    .map((span) => span.startsAt.toISOString())
}

/** The ends of a span that the witness reads otherwise than the pattern says and the rule allows. */
function misread(span: PlannedSpan, pattern: PatternSlot[], zone: Zone): string[] {
  const slots = pattern.filter(({ weekday }) => weekday === weekdayOf(span.onDay))
  const fits = slots.some((slot) => {
    const endsOn = slot.endsAt <= slot.startsAt ? addDays(span.onDay, 1) : span.onDay
    return (
      obeys(span.startsAt, wall(span.onDay, slot.startsAt), zone) &&
      obeys(span.endsAt, wall(endsOn, slot.endsAt), zone)
    )
  })
  return fits ? [] : [`${span.onDay} ${span.startsAt.toISOString()} ${span.endsAt.toISOString()}`]
}

function wall(date: LocalDate, time: LocalTime): string {
  return time === '24:00' ? `${addDays(date, 1)} 00:00` : `${date} ${time}`
}

/** Whether the zone's clock does not change within a day or two of this instant. */
function isQuiet(at: number, zone: Zone): boolean {
  const day = Math.floor(at / DAY)
  const key = `${zone} ${day}`
  const drift = () =>
    dialOf(wallClock((day + 2) * DAY, zone)) - dialOf(wallClock((day - 1) * DAY, zone)) - 3 * 1440
  const quiet = quietDays.get(key) ?? drift() === 0
  quietDays.set(key, quiet)
  return quiet
}

/** The rule again, in terms of the witness alone: wall clock kept, first of two, forward by a gap. */
function obeys(instant: Date, wanted: string, zone: Zone): boolean {
  const at = instant.getTime()
  if (isQuiet(at, zone)) return wallClock(at, zone) === wanted
  const read = (minutes: number) => wallClock(at + minutes * MINUTE, zone)
  const jump = dialOf(read(180)) - dialOf(read(-180)) - 360
  const shown = read(0)
  if (jump === 0) return shown === wanted
  const seen = Array.from({ length: 25 }, (_, index) => index * 15 - 180).filter(
    (minutes) => read(minutes) === wanted
  )
  if (seen.length > 0) return seen[0] === 0
  return dialOf(shown) - dialOf(wanted) === jump
}

function cutDay(quarters: number[]): PatternSlot[] {
  const times = quarters.toSorted((a, b) => a - b).map(timeOfQuarter)
  return ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
    times.map((startsAt, index) => ({
      weekday,
      startsAt,
      endsAt: times[(index + 1) % times.length] ?? startsAt
    }))
  )
}

function timeOfQuarter(quarter: number): LocalTime {
  return `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
}
