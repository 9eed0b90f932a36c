import { daysOffSpan } from '../engine/time/days-off-span.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import type { Interval } from '../engine/time/local.ts'
import { AbsenceNotValid } from './errors.ts'

/** Longer than any parental leave in one piece; a slip in the year is longer still. Our own bound. */
const MOST_DAYS = 400
const DAY = 86_400_000

/** When somebody is away: instants (RFC 3339, half-open), or local days, first and last one included. */
export interface WantedSpan {
  startsAt?: string
  endsAt?: string
  fromOn?: string
  /** Left out: the first day is the last one. */
  lastOn?: string
  fromPart?: 'afternoon'
  lastPart?: 'morning'
}

type WorkingHours = Parameters<typeof daysOffSpan>[1]

/**
 * Reads when somebody is away, local days by the clock and the working hours of the person.
 *
 * @throws {AbsenceNotValid} when it names neither or both ways of dating, ends before it starts, or lasts more than 400 days
 */
export function readSpan(wanted: WantedSpan, who: WorkingHours): Interval {
  const { startsAt, endsAt, fromOn, lastOn, fromPart, lastPart } = wanted
  const isByDays = [fromOn, lastOn, fromPart, lastPart].some((field) => field !== undefined)
  const isByInstants = startsAt !== undefined || endsAt !== undefined
  if (isByDays === isByInstants) {
    const remedy = 'Give either startsAt and endsAt, or fromOn and, for several days, lastOn.'
    throw new AbsenceNotValid({ field: isByDays ? 'fromOn' : 'startsAt', remedy })
  }
  return isByDays ? daysIn(wanted, who) : instantsIn(wanted)
}

function daysIn({ fromOn, lastOn, fromPart, lastPart }: WantedSpan, who: WorkingHours): Interval {
  const first = dayIn('fromOn', fromOn)
  const days = { fromOn: first, lastOn: lastOn === undefined ? first : dayIn('lastOn', lastOn) }
  const span = daysOffSpan({ ...days, ...(fromPart && { fromPart }), ...(lastPart && { lastPart }) }, who)
  return checkLength(span, 'lastOn')
}

function instantsIn({ startsAt, endsAt }: WantedSpan): Interval {
  return checkLength(
    { startsAt: instantIn('startsAt', startsAt), endsAt: instantIn('endsAt', endsAt) },
    'endsAt'
  )
}

function checkLength(span: Interval, field: string): Interval {
  const length = span.endsAt.getTime() - span.startsAt.getTime()
  if (length <= 0) throw new AbsenceNotValid({ field, remedy: 'Let it end after it starts.' })
  if (length > MOST_DAYS * DAY) {
    throw new AbsenceNotValid({ field, remedy: `Note ${MOST_DAYS} days at most at a time.` })
  }
  return span
}

/** RFC 3339 allows leap seconds and the year 0, which neither `Date` nor PostgreSQL takes. */
function instantIn(field: string, text: string | undefined): Date {
  const at = new Date(text ?? '')
  const year = Number.isNaN(at.getTime()) ? 0 : at.getUTCFullYear()
  if (year < 1970 || year > 2199) {
    throw new AbsenceNotValid({ field, remedy: 'Give an instant such as 2027-03-02T09:30:00Z.' })
  }
  return at
}

function dayIn(field: string, text: string | undefined): string {
  if (text === undefined || !isLocalDate(text) || text < '1970-01-02' || text >= '2199') {
    throw new AbsenceNotValid({ field, remedy: 'Give a day that exists, such as 2027-03-02.' })
  }
  return text
}
