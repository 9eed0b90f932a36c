import { daysBetween } from '../engine/time/days-between.ts'
import { isoWeekOf } from '../engine/time/iso-week-of.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { Locale } from '../words.ts'
import type { Dictionary } from './texts/dictionary.ts'

/** Who reads the page: language, time zone, and the formats that follow from both. Weeks are ISO, clocks have 24 hours. */
export interface Reader {
  locale: Locale
  timeZone: string
  /** The sentences of a page in the reader's language. */
  say: <Texts>(dictionary: Dictionary<Texts>) => Texts
  /** "Tuesday 2 March". */
  day: (at: Date, timeZone?: string) => string
  /** "Tue 2 Mar". */
  shortDay: (at: Date, timeZone?: string) => string
  time: (at: Date, timeZone?: string) => string
  /** "09:00–13:00". */
  span: (startsAt: Date, endsAt: Date, timeZone?: string) => string
  /** A local date (`2027-03-02`) in words, whatever the zone. */
  date: (onDay: string, style?: DateStyle) => string
  /** The local date of an instant by the reader's clock. */
  dateOf: (at: Date) => string
  week: (onDay: string) => number
  hours: (minutes: number) => string
  number: (value: number) => string
  /** To two decimals, always both. */
  hundredths: (value: number) => string
  percent: (share: number) => string
  /** "in 3 days", "in 20 minutes", "2 hours ago". */
  away: (from: Date, to: Date) => string
}

export type DateStyle =
  | 'long'
  | 'short'
  | 'shortDated'
  | 'dayMonth'
  | 'weekday'
  | 'weekdayShort'
  | 'dayNumber'
  | 'monthShort'
  | 'month'
  | 'dated'

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  shortDated: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
  weekdayShort: { weekday: 'short' },
  dayNumber: { day: 'numeric' },
  monthShort: { month: 'short' },
  month: { month: 'long', year: 'numeric' },
  dated: { day: 'numeric', month: 'long', year: 'numeric' }
}

/** Words that stand alone on a leaf of the calendar, where a full stop means nothing. */
const SINGLE: ReadonlySet<DateStyle> = new Set(['weekdayShort', 'dayNumber', 'monthShort'])

/** English with the week from Monday and the clock of 24 hours. */
const TAGS: Record<Locale, string> = { en: 'en-GB', nb: 'nb-NO', sv: 'sv-SE' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Formats are dear to make and a page uses hundreds of them. */
const formats = new Map<string, Intl.DateTimeFormat>()
function formatFor(tag: string, timeZone: string, style: DateStyle | 'time'): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${style}`
  const options: Intl.DateTimeFormatOptions =
    style === 'time' ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : STYLES[style]
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, { ...options, timeZone })
  formats.set(key, format)
  return format
}

/** The nearest of the three languages that a browser asks for. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  for (const entry of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = entry.trim().slice(0, 2)
    if (language === 'en' || language === 'sv') return language
    if (language === 'nb' || language === 'no' || language === 'nn') return 'nb'
  }
  return 'en'
}

/** From a day on, days are those of the calendar: in 40 hours may be the day after tomorrow. */
function relativeIn(tag: string, dateOf: (at: Date) => string) {
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  // Of Norwegian the library knows the «døgn» of the clock; the days counted here are those of the calendar.
  const inDays = (days: number) => relative.format(days, 'day').replace('døgn', 'dager')
  return (from: Date, to: Date) => {
    const ms = to.getTime() - from.getTime()
    if (Math.abs(ms) >= DAY) return inDays(daysBetween(dateOf(from), dateOf(to)))
    if (Math.abs(ms) >= HOUR) return relative.format(Math.trunc(ms / HOUR), 'hour')
    return relative.format(Math.trunc(ms / MINUTE), 'minute')
  }
}

export function readerOf(locale: Locale, timeZone: string): Reader {
  const tag = TAGS[locale]
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const hundredths = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const dateOf = (at: Date) => localDateOf(at, timeZone)
  const time = (at: Date, zone = timeZone) => formatFor(tag, zone, 'time').format(at)
  return {
    locale,
    timeZone,
    say: (dictionary) => dictionary[locale],
    day: (at, zone = timeZone) => formatFor(tag, zone, 'long').format(at),
    shortDay: (at, zone = timeZone) => formatFor(tag, zone, 'short').format(at),
    time,
    span: (startsAt, endsAt, zone) => `${time(startsAt, zone)}–${time(endsAt, zone)}`,
    date: (onDay, style = 'long') => {
      const text = formatFor(tag, 'UTC', style).format(new Date(`${onDay}T12:00:00Z`))
      if (SINGLE.has(style)) return text.replace('.', '')
      // With its year English sets the weekday apart, which without it it does not.
      return style === 'shortDated' ? text.replace(',', '') : text
    },
    dateOf,
    week: (onDay) => isoWeekOf(onDay).week,
    hours: (minutes) => number.format(minutes / 60),
    number: (value) => number.format(value),
    hundredths: (value) => hundredths.format(value),
    percent: (share) => percent.format(share),
    away: relativeIn(tag, dateOf)
  }
}

/** The number of a day and its month stay on one line. */
const unbroken = (date: string): string => date.replace(/(\d\.?) (?=\p{L})/u, '$1\u00a0')

/** The same for a page, where lines break: no date does between the number of the day and its month. */
export function pageReaderOf(locale: Locale, timeZone: string): Reader {
  const reader = readerOf(locale, timeZone)
  return {
    ...reader,
    day: (...at) => unbroken(reader.day(...at)),
    shortDay: (...at) => unbroken(reader.shortDay(...at)),
    date: (...on) => unbroken(reader.date(...on))
  }
}
