import { addDays } from '../../src/engine/time/add-days.ts'
import { instantOf } from '../../src/engine/time/instant-of.ts'
import type { LocalDate } from '../../src/engine/time/local.ts'
import { localDateOf } from '../../src/engine/time/local-date-of.ts'
import { startOfIsoWeek } from '../../src/engine/time/start-of-iso-week.ts'

/** What one publication covers, and when it was drafted and published. */
export interface Period {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly draftedAt: Date
  readonly publishedAt: Date
}

/** The time the seed tells of: 53 weeks behind us and, always, at least six ahead. */
export interface Calendar {
  readonly now: Date
  readonly today: LocalDate
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly periods: readonly Period[]
}

/** Weeks of each publication. The first was too long to keep its promises, so the company came down to eight. */
const PERIOD_WEEKS = [13, 8, 6, 9, 8, 8, 8]
const WEEKS_BEHIND = 53
/** Days between publication and the first shift: more than the two weeks that the rotations promise. */
const NOTICE_DAYS = 20

/** The company's home: its days and office hours decide when plans are made. */
export const HOME_ZONE = 'Europe/Oslo'

/** Lays a year of publications around now. */
export function calendarAround(now: Date): Calendar {
  const today = localDateOf(now, HOME_ZONE)
  const startsOn = addDays(startOfIsoWeek(today), -7 * WEEKS_BEHIND)
  const periods: Period[] = []
  let fromOn = startsOn
  for (const weeks of PERIOD_WEEKS) {
    const toOn = addDays(fromOn, weeks * 7)
    periods.push({
      fromOn,
      toOn,
      draftedAt: instantOf(addDays(fromOn, -NOTICE_DAYS - 1), '14:10', HOME_ZONE),
      publishedAt: instantOf(addDays(fromOn, -NOTICE_DAYS), '09:35', HOME_ZONE)
    })
    fromOn = toOn
  }
  return { now, today, startsOn, endsOn: fromOn, periods }
}
