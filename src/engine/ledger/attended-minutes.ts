import type { Interval } from '../time/local.ts'
import { minutesBetween } from '../time/minutes-between.ts'

/** How early people may check in. Our own: time to open the tools, too little to earn hours by. */
export const EARLY_MINUTES = 30
/** How long after the end people may check out, and the most that staying on counts. Our own: one long call. */
export const LATE_MINUTES = 60
/** Coming or going so close to the hour counts as on time. Our own: a lift, a restart of the computer. */
export const GRACE_MINUTES = 5

/** A seat's span, when its person came and when they left. */
export type AttendanceQuestion = Interval & { checkedInAt: Date; checkedOutAt: Date }

/**
 * Counts the minutes somebody attended: from the start, or later where they came later, until they left, an hour after
 * the end at most. Five minutes either way count as on time, and whoever left before the start has 0.
 *
 * @example
 * const shift = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * const at = (time) => new Date(`2027-03-01T${time}Z`)
 * attendedSpan({ ...shift, checkedInAt: at('07:40'), checkedOutAt: at('12:03') })
 * //=> { workedFrom: at('08:00'), workedTo: at('12:00'), minutes: 240 }
 * attendedSpan({ ...shift, checkedInAt: at('08:20'), checkedOutAt: at('12:30') })
 * //=> { workedFrom: at('08:20'), workedTo: at('12:30'), minutes: 250 }
 */
export function attendedSpan({ startsAt, endsAt, checkedInAt, checkedOutAt }: AttendanceQuestion) {
  const workedFrom = minutesBetween(startsAt, checkedInAt) <= GRACE_MINUTES ? startsAt : checkedInAt
  const latest = new Date(endsAt.getTime() + LATE_MINUTES * 60_000)
  const left = checkedOutAt < latest ? checkedOutAt : latest
  const workedTo = Math.abs(minutesBetween(endsAt, left)) <= GRACE_MINUTES ? endsAt : left
  const minutes = Math.max(0, Math.round(minutesBetween(workedFrom, workedTo)))
  return { workedFrom, workedTo: workedTo > workedFrom ? workedTo : workedFrom, minutes }
}

/**
 * Tells whether the time to check in has come and not gone: from half an hour before the start until the end.
 *
 * @example
 * const shift = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * mayCheckIn({ ...shift, now: new Date('2027-03-01T07:30Z') })
 * //=> true
 * mayCheckIn({ ...shift, now: new Date('2027-03-01T12:00Z') })
 * //=> false
 */
export function mayCheckIn({ startsAt, endsAt, now }: Interval & { now: Date }): boolean {
  return minutesBetween(now, startsAt) <= EARLY_MINUTES && now < endsAt
}

/**
 * Tells whether people may still check out: until an hour after the end.
 *
 * @example
 * mayCheckOut({ endsAt: new Date('2027-03-01T12:00Z'), now: new Date('2027-03-01T13:00Z') })
 * //=> true
 */
export function mayCheckOut({ endsAt, now }: { endsAt: Date; now: Date }): boolean {
  return minutesBetween(endsAt, now) <= LATE_MINUTES
}
