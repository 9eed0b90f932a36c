import { addHours } from 'date-fns'
import { addDays } from '../time/add-days.ts'
import { instantOf } from '../time/instant-of.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { learningDueAt } from './learning-due-at.ts'

/** The second nudge comes at nine, local time, but not within hours of the first. */
const MORNING = '09:00'
const HOURS_BETWEEN = 4

/**
 * Tells which nudge to hand in what was heard is due: one as the shift ends, one at nine the next morning by the
 * person's clock, and none after that or once the 48 hours are over. Of two that were missed only the later is due.
 *
 * @example
 * const shift = { endsAt: new Date('2027-03-01T12:00Z'), zone: 'Europe/Oslo' }
 * const nudgeAt = (now, sent = []) => nudgeDue({ ...shift, sent }, new Date(now))
 * [nudgeAt('2027-03-01T12:00Z'), nudgeAt('2027-03-01T12:15Z', ['shift_end']), nudgeAt('2027-03-02T08:00Z', ['shift_end'])]
 * //=> ['shift_end', null, 'next_morning']
 */
export function nudgeDue(
  { endsAt, zone, sent }: { endsAt: Date; zone: string; sent: readonly string[] },
  now: Date
): 'shift_end' | 'next_morning' | null {
  if (now < endsAt || now >= learningDueAt(endsAt)) return null
  const due = now < morningAfter(endsAt, zone) ? 'shift_end' : 'next_morning'
  return sent.includes(due) ? null : due
}

function morningAfter(endsAt: Date, zone: string): Date {
  const rested = addHours(endsAt, HOURS_BETWEEN)
  const day = localDateOf(rested, zone)
  const morning = instantOf(day, MORNING, zone)
  return morning >= rested ? morning : instantOf(addDays(day, 1), MORNING, zone)
}
