import { addDays } from '../time/add-days.ts'
import { instantOf } from '../time/instant-of.ts'
import type { LocalDate, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { afterQuiet, type QuietHours } from './after-quiet.ts'

/** Before most people begin to work, and after the quiet hours end. */
const DIGEST_AT = '08:00'

export interface Wish {
  mode: 'at_once' | 'digest'
  /** Worth being woken for. */
  isUrgent: boolean
  /** The start of the first shift that it is about: news of it is worth nothing later. */
  neededBy: Date | null
  quiet: QuietHours | null
  zone: Zone
}

export interface Slot {
  nextAt: Date
  /** The local day of the digest it goes into; null: a message of its own. */
  digestOn: LocalDate | null
}

/**
 * When a notice goes out: at once, after the reader's quiet hours, or with the digest of 08:00 by their clock. What is
 * urgent goes at once, and neither night nor digest holds back news of a shift that would have begun by then.
 *
 * @example
 * const wish = { mode: 'digest', isUrgent: false, neededBy: null, quiet: null, zone: 'Europe/Oslo' }
 * whenToSend(new Date('2027-03-01T12:00Z'), wish)
 * //=> { nextAt: new Date('2027-03-02T07:00Z'), digestOn: '2027-03-02' }
 * whenToSend(new Date('2027-03-01T12:00Z'), { ...wish, neededBy: new Date('2027-03-01T18:00Z') })
 * //=> { nextAt: new Date('2027-03-01T12:00Z'), digestOn: null }
 */
export function whenToSend(now: Date, wish: Wish): Slot {
  const { isUrgent, neededBy, quiet, zone } = wish
  const isTooLate = (at: Date) => neededBy !== null && at >= neededBy
  if (wish.mode === 'digest' && !isUrgent) {
    const digest = nextDigest(now, zone)
    const nextAt = afterQuiet(digest.at, quiet, zone)
    if (!isTooLate(nextAt)) return { nextAt, digestOn: digest.on }
  }
  const morning = afterQuiet(now, quiet, zone)
  return { nextAt: isUrgent || isTooLate(morning) ? now : morning, digestOn: null }
}

function nextDigest(now: Date, zone: Zone): { on: LocalDate; at: Date } {
  const today = localDateOf(now, zone)
  const at = instantOf(today, DIGEST_AT, zone)
  if (now < at) return { on: today, at }
  const on = addDays(today, 1)
  return { on, at: instantOf(on, DIGEST_AT, zone) }
}
