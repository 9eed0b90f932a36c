import type { PatternSlot } from '../../../src/engine/time/expand-pattern.ts'
import type { LocalDate, LocalTime, Weekday, Zone } from '../../../src/engine/time/local.ts'

/** Zones whose clock changes broke the schedulers of others: by 30 and 45 minutes, at midnight, over Ramadan. */
export const ZONES: Zone[] = [
  'Europe/Oslo',
  'Europe/Stockholm',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Tehran',
  'America/Havana'
]

/** Ten years that hold the last summer times of Sao Paulo (2019) and Tehran (2022). */
export const TEN_YEARS: { fromOn: LocalDate; toOn: LocalDate } = { fromOn: '2018-01-01', toOn: '2028-01-01' }

const WEEK: Weekday[] = [1, 2, 3, 4, 5, 6, 7]

function everyDay(...hours: [LocalTime, LocalTime][]): PatternSlot[] {
  return WEEK.flatMap((weekday) => hours.map(([startsAt, endsAt]) => ({ weekday, startsAt, endsAt })))
}

export const ROUND_THE_CLOCK = everyDay(['00:00', '08:00'], ['08:00', '16:00'], ['16:00', '24:00'])
export const DAY_AND_NIGHT = everyDay(['06:00', '22:00'], ['22:00', '06:00'])
export const WHOLE_DAYS = everyDay(['00:00', '00:00'])
export const SUNDAY_NIGHTS: PatternSlot[] = [{ weekday: 7, startsAt: '22:00', endsAt: '06:00' }]
