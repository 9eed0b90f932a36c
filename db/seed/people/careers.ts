import { addDays } from '../../../src/engine/time/add-days.ts'
import { daysBetween } from '../../../src/engine/time/days-between.ts'
import type { LocalDate } from '../../../src/engine/time/local.ts'
import { startOfIsoWeek } from '../../../src/engine/time/start-of-iso-week.ts'
import type { Calendar } from '../calendar.ts'
import type { Random } from '../random.ts'

export interface Career {
  readonly joinedOn: LocalDate
  readonly leavesOn: LocalDate | null
}

const FOUNDED_ON = '2014-03-03'

/** Shares of the people who came or went in the year; a turnover of about a tenth is usual in such companies. */
const IN_TRAINING = 0.025
const SHADOWING = 0.035
const JOINED_IN_THE_YEAR = 0.08
const LEFT_IN_THE_YEAR = 0.035
const ABOUT_TO_LEAVE = 0.01

/** Careers for so many staff: most are there all year, some came, some went. Leads and executives stay. */
export function careersOf(staff: number, calendar: Calendar, random: Random): Career[] {
  const lastFrom = calendar.periods.at(-1)!.fromOn
  const count = (share: number) => Math.max(1, Math.round(staff * share))
  const year = daysBetween(calendar.startsOn, lastFrom)
  /** People start on a Monday. */
  const stays = (on: LocalDate): Career => ({ joinedOn: startOfIsoWeek(on), leavesOn: null })
  const some = [
    ...times(count(IN_TRAINING), () => stays(addDays(calendar.today, -random.between(2, 20)))),
    ...times(count(SHADOWING), () => stays(addDays(lastFrom, -random.between(38, 92)))),
    ...times(count(JOINED_IN_THE_YEAR), () => stays(addDays(lastFrom, -random.between(110, year)))),
    ...times(count(LEFT_IN_THE_YEAR), () => ({
      joinedOn: longAgo(calendar, random),
      leavesOn: addDays(calendar.today, -random.between(10, 300))
    })),
    ...times(count(ABOUT_TO_LEAVE), () => ({
      joinedOn: longAgo(calendar, random),
      leavesOn: addDays(calendar.today, random.between(9, 40))
    }))
  ]
  const rest = times(Math.max(0, staff - some.length), () => stays(longAgo(calendar, random)))
  return random.shuffled([...some, ...rest].slice(0, staff))
}

/** A first day before the story begins. The company has grown, so more of them are recent. */
export function longAgo({ startsOn }: Calendar, random: Random): LocalDate {
  const days = Math.max(400, daysBetween(FOUNDED_ON, startsOn))
  return startOfIsoWeek(addDays(startsOn, -110 - Math.floor(random.next() ** 1.6 * (days - 120))))
}

function times<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make)
}
