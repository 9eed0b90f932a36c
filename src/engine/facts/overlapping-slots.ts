import type { PatternSlot } from '../time/expand-pattern.ts'
import { minuteOfDay } from '../time/minute-of-day.ts'

const DAY = 1440
const WEEK = 7 * DAY

/**
 * Lists the pairs of a weekly pattern that share wall-clock time, as indices; Sunday night runs into Monday.
 *
 * @example
 * overlappingSlots([
 *   { weekday: 7, startsAt: '22:00', endsAt: '06:00' },
 *   { weekday: 1, startsAt: '05:00', endsAt: '09:00' }
 * ])
 * //=> [[0, 1]]
 */
export function overlappingSlots(slots: readonly PatternSlot[]): [number, number][] {
  const spans = slots.map(spanOf)
  return spans.flatMap((a, i) =>
    spans.slice(i + 1).flatMap((b, k): [number, number][] => (meet(a, b) ? [[i, i + 1 + k]] : []))
  )
}

type Span = { start: number; minutes: number }

function spanOf({ weekday, startsAt, endsAt }: PatternSlot): Span {
  const from = minuteOfDay(startsAt)
  const to = minuteOfDay(endsAt)
  return { start: (weekday - 1) * DAY + from, minutes: to > from ? to - from : to - from + DAY }
}

/** On the circle of the week: one begins before the other, counted forwards, has ended. */
function meet(a: Span, b: Span): boolean {
  const forwards = (from: number, to: number) => (to - from + WEEK) % WEEK
  return forwards(a.start, b.start) < a.minutes || forwards(b.start, a.start) < b.minutes
}
