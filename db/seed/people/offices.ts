import type { Locale } from '../../../src/words.ts'
import type { Origin } from './names.ts'

/** Where people work: what their clocks, calendars and language are. */
export interface Office {
  readonly city: 'Oslo' | 'Stockholm' | 'London' | 'New York'
  readonly zone: string
  readonly country: string
  readonly locale: Locale
  readonly workStartsAt: string
  readonly workEndsAt: string
  readonly origins: readonly (readonly [Origin, number])[]
}

const oslo: Office = {
  city: 'Oslo',
  zone: 'Europe/Oslo',
  country: 'NO',
  locale: 'nb',
  workStartsAt: '08:00',
  workEndsAt: '16:30',
  origins: [
    ['norwegian', 62],
    ['swedish', 4],
    ['polish', 5],
    ['pakistani', 6],
    ['somali', 5],
    ['vietnamese', 4],
    ['persian', 4],
    ['ukrainian', 4],
    ['indian', 3],
    ['british', 3]
  ]
}

const stockholm: Office = {
  city: 'Stockholm',
  zone: 'Europe/Stockholm',
  country: 'SE',
  locale: 'sv',
  workStartsAt: '08:00',
  workEndsAt: '17:00',
  origins: [
    ['swedish', 60],
    ['finnish', 9],
    ['persian', 7],
    ['arab', 8],
    ['somali', 5],
    ['polish', 4],
    ['norwegian', 3],
    ['spanish', 4]
  ]
}

const london: Office = {
  city: 'London',
  zone: 'Europe/London',
  country: 'GB',
  locale: 'en',
  workStartsAt: '09:00',
  workEndsAt: '17:30',
  origins: [
    ['british', 52],
    ['indian', 14],
    ['nigerian', 10],
    ['pakistani', 8],
    ['polish', 6],
    ['chinese', 4],
    ['arab', 3],
    ['spanish', 3]
  ]
}

const newYork: Office = {
  city: 'New York',
  zone: 'America/New_York',
  country: 'US',
  locale: 'en',
  workStartsAt: '08:00',
  workEndsAt: '17:00',
  origins: [
    ['american', 46],
    ['spanish', 18],
    ['chinese', 10],
    ['indian', 9],
    ['nigerian', 6],
    ['ukrainian', 5],
    ['british', 6]
  ]
}

export const OFFICES = [oslo, stockholm, london, newYork] as const
