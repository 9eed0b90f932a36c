import type { LocalTime } from './local.ts'

/**
 * Reads a wall-clock time as minutes from 00:00 on the dial, 0 to 1440. This is a place on the dial and not
 * time passed: on a day of clock change the two differ.
 *
 * @example
 * minuteOfDay('22:30')
 * //=> 1350
 */
export function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
