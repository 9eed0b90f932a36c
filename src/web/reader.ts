import type { Locale } from '../words.ts'
import { en, type Texts } from './texts/en.ts'
import { nb } from './texts/nb.ts'
import { sv } from './texts/sv.ts'

/** Who reads the page: language, time zone, and the formats that follow from both. */
export interface Reader {
  locale: Locale
  timeZone: string
  texts: Texts
  day: (at: Date) => string
  time: (at: Date, timeZone?: string) => string
  span: (startsAt: Date, endsAt: Date, timeZone?: string) => string
  hours: (minutes: number) => string
  number: (value: number) => string
  /** "in 3 days", "in 20 minutes". */
  away: (from: Date, to: Date) => string
}

const TEXTS: Record<Locale, Texts> = { en, nb, sv }
/** English with the week from Monday and the clock of 24 hours. */
const TAGS: Record<Locale, string> = { en: 'en-GB', nb: 'nb-NO', sv: 'sv-SE' }

const MINUTE = 60_000
const UNITS = [
  { unit: 'day', ms: 24 * 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE },
  { unit: 'minute', ms: MINUTE }
] as const

/** The nearest of the three languages that a browser asks for. */
export function localeFrom(acceptLanguage: string | undefined): Locale {
  for (const entry of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = entry.trim().slice(0, 2)
    if (language === 'en' || language === 'sv') return language
    if (language === 'nb' || language === 'no' || language === 'nn') return 'nb'
  }
  return 'en'
}

export function readerOf(locale: Locale, timeZone: string): Reader {
  const tag = TAGS[locale]
  const day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const time = (at: Date, zone = timeZone) =>
    at.toLocaleTimeString(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  return {
    locale,
    timeZone,
    texts: TEXTS[locale],
    day: (at) => day.format(at),
    time,
    span: (startsAt, endsAt, zone) => `${time(startsAt, zone)}–${time(endsAt, zone)}`,
    hours: (minutes) => number.format(minutes / 60),
    number: (value) => number.format(value),
    away: (from, to) => {
      const ms = Math.max(0, to.getTime() - from.getTime())
      const { unit, ms: size } = UNITS.find((candidate) => ms >= candidate.ms) ?? UNITS[2]
      return relative.format(Math.floor(ms / size), unit)
    }
  }
}
