import { addDays } from './add-days.ts'
import { eachDate } from './each-date.ts'
import { instantOf } from './instant-of.ts'
import type { Interval, LocalDate, LocalTime, Zone } from './local.ts'
import { endDayOf, localSpan } from './local-span.ts'
import { localTimeOf } from './local-time-of.ts'
import { weekdayOf } from './weekday-of.ts'

/** One span of a week, on an ISO weekday (Monday 1). An end at or before the start is on the next local day. */
export type PatternSlot = { weekday: number; startsAt: LocalTime; endsAt: LocalTime }

/** One span of a pattern turned into instants; `onDay` is the local day on which it begins. */
export type PlannedSpan = Interval & { onDay: LocalDate }

/** A weekly pattern, the zone of its wall clock, and the local days [fromOn, toOn) on which spans may begin. */
export type PatternWindow = { pattern: PatternSlot[]; zone: Zone; fromOn: LocalDate; toOn: LocalDate }

/**
 * Lists the spans of a weekly pattern that begin on a local day in [fromOn, toOn), earliest first. The wall
 * clock is kept over clock changes, so lengths vary: 00:00-08:00 is seven or nine hours on such a day.
 * A span that a gap leaves empty is left out, and an end that a gap moves forward stops at the next start of
 * the pattern, so spans that follow each other on the dial never overlap. Throws a RangeError for a date, a
 * time or a zone that is none.
 *
 * @example
 * expandPattern({
 *   pattern: [{ weekday: 7, startsAt: '22:00', endsAt: '06:00' }],
 *   zone: 'Europe/Oslo', fromOn: '2027-03-01', toOn: '2027-03-08'
 * })
 * //=> [{ onDay: '2027-03-07', startsAt: new Date('2027-03-07T21:00Z'), endsAt: new Date('2027-03-08T05:00Z') }]
 */
export function expandPattern(window: PatternWindow): PlannedSpan[] {
  return eachDate(window.fromOn, window.toOn)
    .flatMap((onDay) => slotsOn(onDay, window.pattern).map((slot) => spanOf(onDay, slot, window)))
    .filter((span) => span.startsAt < span.endsAt)
    .sort(byTime)
}

function slotsOn(onDay: LocalDate, pattern: PatternSlot[]): PatternSlot[] {
  const weekday = weekdayOf(onDay)
  return pattern.filter((slot) => slot.weekday === weekday)
}

function spanOf(onDay: LocalDate, slot: PatternSlot, window: PatternWindow): PlannedSpan {
  const { startsAt, endsAt } = localSpan(onDay, slot, window.zone)
  const wasMoved = localTimeOf(endsAt, window.zone) !== slot.endsAt
  return {
    onDay,
    startsAt,
    endsAt: wasMoved ? stopAtNextStart(endsAt, endDayOf(onDay, slot), slot, window) : endsAt
  }
}

/** The earliest start that the dial puts after a moved end, or that end itself if no start comes sooner. */
function stopAtNextStart(
  movedTo: Date,
  endsOn: LocalDate,
  { endsAt }: PatternSlot,
  window: PatternWindow
): Date {
  return [endsOn, addDays(endsOn, 1)]
    .flatMap((day) => slotsOn(day, window.pattern).map((slot) => ({ day, time: slot.startsAt })))
    .filter(({ day, time }) => `${day} ${time}` > `${endsOn} ${endsAt}`)
    .map(({ day, time }) => instantOf(day, time, window.zone))
    .reduce((first, start) => (start < first ? start : first), movedTo)
}

function byTime(a: PlannedSpan, b: PlannedSpan): number {
  return a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime()
}
