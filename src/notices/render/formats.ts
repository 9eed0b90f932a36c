import { addDays } from '../../engine/time/add-days.ts'
import type { Interval, LocalDate, Zone } from '../../engine/time/local.ts'
import { localDateOf } from '../../engine/time/local-date-of.ts'
import { localTimeOf } from '../../engine/time/local-time-of.ts'
import type { Locale } from '../../words.ts'
import type { CommonTexts } from '../texts/en/common.ts'

/** English with the week from Monday and the clock of 24 hours. */
const TAGS: Record<Locale, string> = { en: 'en-GB', nb: 'nb-NO', sv: 'sv-SE' }

/** Dates, times and numbers as one reader writes them. */
export interface Formats {
  /** 'Tuesday 2 March' */
  day: (on: LocalDate) => string
  /** From the first day to the day before the second: 'Tuesday 2 March – Friday 5 March'. */
  days: (fromOn: LocalDate, toOn: LocalDate | null) => string
  /** 'Tuesday 2 March 09:00' */
  moment: (at: Date) => string
  /** By the reader's clock, and by that of the other zone where it shows another time. */
  span: (span: Interval, zone?: Zone) => string
  /** '1 h 30 min' */
  hours: (minutes: number) => string
  number: (value: number) => string
  percent: (share: number) => string
  list: (items: readonly string[]) => string
}

type Words = Pick<CommonTexts, 'inPlace' | 'from' | 'hourSign'>

const made = new Map<string, Formats>()

/** Making these takes a millisecond; a company has few languages and zones. */
export function formatsFor(locale: Locale, zone: Zone, words: Words): Formats {
  const key = `${locale} ${zone}`
  const known = made.get(key) ?? makeFormats(locale, zone, words)
  made.set(key, known)
  return known
}

function makeFormats(locale: Locale, zone: Zone, words: Words): Formats {
  const tag = TAGS[locale]
  const day = dayFormat(tag)
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const moment = (at: Date) => `${day(localDateOf(at, zone))} ${localTimeOf(at, zone)}`
  return {
    day,
    days: (fromOn, toOn) => {
      if (toOn === null) return words.from(day(fromOn))
      const lastOn = addDays(toOn, -1)
      return lastOn <= fromOn ? day(fromOn) : `${day(fromOn)} – ${day(lastOn)}`
    },
    moment,
    span: (span, other = zone) => {
      const own = spanIn(span, zone, day)
      if (localTimeOf(span.startsAt, other) === localTimeOf(span.startsAt, zone)) return own
      const isSameDay = localDateOf(span.startsAt, other) === localDateOf(span.startsAt, zone)
      const theirs = isSameDay ? timesIn(span, other) : spanIn(span, other, day)
      return `${own} (${words.inPlace(theirs, placeOf(other))})`
    },
    hours: (minutes) => hoursText(minutes, words.hourSign),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items)
  }
}

/** A local date has no zone, so it is formatted as midnight in UTC. */
function dayFormat(tag: string): (on: LocalDate) => string {
  const format = new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC'
  })
  return (on) => format.format(new Date(`${on}T00:00:00Z`))
}

const timesIn = ({ startsAt, endsAt }: Interval, zone: Zone) =>
  `${localTimeOf(startsAt, zone)}–${localTimeOf(endsAt, zone)}`

function spanIn(span: Interval, zone: Zone, day: (on: LocalDate) => string): string {
  const startsOn = localDateOf(span.startsAt, zone)
  return `${day(startsOn)}, ${timesIn(span, zone)}`
}

/** 'America/New_York' is New York. */
const placeOf = (zone: Zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

function hoursText(minutes: number, sign: string): string {
  const whole = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.round(Math.abs(minutes) % 60)
  const parts = [whole > 0 || rest === 0 ? `${whole} ${sign}` : '', rest > 0 ? `${rest} min` : '']
  return `${minutes < 0 ? '−' : ''}${parts.filter(Boolean).join(' ')}`
}
