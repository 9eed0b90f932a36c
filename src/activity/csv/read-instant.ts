import { instantOf } from '../../engine/time/instant-of.ts'
import { isLocalDate } from '../../engine/time/is-local-date.ts'
import { isLocalTime } from '../../engine/time/is-local-time.ts'
import type { Zone } from '../../engine/time/local.ts'

const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,6})?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i

/** Seconds since 1970, as APIs write instants. Other whole numbers may be anything, such as days of a spreadsheet. */
const UNIX_SECONDS = /^1\d{9}$/

/**
 * An instant of an export: with its offset as it says, without one as the clocks of the zone showed it, or as seconds since
 * 1970. Null: unreadable; days before months or months before days are not guessed.
 */
export function readInstant(cell: string, zone: Zone): Date | null {
  if (UNIX_SECONDS.test(cell)) return new Date(Number(cell) * 1000)
  const [, day, time, seconds = '00', offset] = SHAPE.exec(cell) ?? []
  if (!day || !time || !isLocalDate(day) || !isLocalTime(time) || Number(seconds) > 59) return null
  if (time === '24:00') return null
  const past = Number(seconds) * 1000
  if (offset === undefined) return new Date(instantOf(day, time, zone).getTime() + past)
  const iso = /^(Z|UTC)$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`
  const at = new Date(`${day}T${time}:${seconds}${iso}`)
  return Number.isNaN(at.getTime()) ? null : at
}
