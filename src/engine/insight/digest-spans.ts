import type { LocalDate, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { plannedTimes, type Recurrence } from '../time/planned-times.ts'

export interface DigestSpan {
  /** The local day of the digest. */
  dueOn: LocalDate
  /** It tells of everything from `since` up to, not including, `until`, which is the moment it is due. */
  since: Date
  until: Date
}

/** Monday at eight, before the week's first meeting: our own choice, as no practice names a time. */
const MONDAYS: Recurrence = { minutes: [0], hours: [8], weekdays: [1] }
const FIRST_MONDAYS: Recurrence = { ...MONDAYS, daysOfMonth: [1, 2, 3, 4, 5, 6, 7] }

/** More than lies between two first Mondays. */
const LONGEST = 40 * 86_400_000

/**
 * Lists the digests that fall due in (after, until] for who lives in a zone: the weekly one on Mondays at 08:00, the
 * monthly one on the first of them, by their own clock. Each begins where the one before it ended.
 *
 * @example
 * digestSpans('weekly', 'Europe/Oslo', new Date('2027-03-29T05:45Z'), new Date('2027-03-29T06:00Z'))
 * //=> [{ dueOn: '2027-03-29', since: new Date('2027-03-22T07:00Z'), until: new Date('2027-03-29T06:00Z') }]
 * digestSpans('monthly', 'Europe/Oslo', new Date('2027-03-29T05:45Z'), new Date('2027-03-29T06:00Z'))
 * //=> []
 */
export function digestSpans(
  rhythm: 'weekly' | 'monthly',
  zone: Zone,
  after: Date,
  until: Date
): DigestSpan[] {
  const recurrence = rhythm === 'weekly' ? MONDAYS : FIRST_MONDAYS
  const times = plannedTimes(recurrence, zone, new Date(after.getTime() - LONGEST), until)
  return times.flatMap((dueAt, at) => {
    const since = times[at - 1]
    if (dueAt <= after || !since) return []
    return { dueOn: localDateOf(dueAt, zone), since, until: dueAt }
  })
}
