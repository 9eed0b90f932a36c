import { addDays } from '../../../src/engine/time/add-days.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import type { LocalDate } from '../../../src/engine/time/local.ts'
import { weekdayOf } from '../../../src/engine/time/weekday-of.ts'
import type { AbsenceKind } from '../../../src/words.ts'
import type { Calendar } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Person } from './person.ts'

/** Whole days away, first and last included. */
export interface Away {
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly kind: AbsenceKind
}

/** Weeks of summer leave: the Nordic five weeks of holiday are mostly spent in July, elsewhere there are fewer. */
const SUMMER_WEEKS = { Oslo: [2, 4], Stockholm: [3, 4], London: [1, 3], 'New York': [1, 2] } as const

/** Everything that keeps somebody away in the time of the story, holidays apart. */
export function drawAways(person: Person, calendar: Calendar, random: Random): Away[] {
  const years = yearsOf(calendar)
  return [
    ...years.flatMap((year) => summerLeave(person, year, random)),
    ...years.flatMap((year) => christmas(person, year, random)),
    ...someDays(calendar, random, random.between(1, 3), { kind: 'leave', most: 5 }),
    ...someDays(calendar, random, random.between(0, 3), { kind: 'sick', most: 3 }),
    ...someDays(calendar, random, random.chance(0.3) ? 1 : 0, { kind: 'other', most: 2 })
  ].filter((away) => away.kind !== 'sick' || away.toOn < calendar.today)
}

function yearsOf({ startsOn, endsOn }: Calendar): number[] {
  const first = Number(startsOn.slice(0, 4)) - 1
  return Array.from({ length: Number(endsOn.slice(0, 4)) - first + 1 }, (_, at) => first + at)
}

/** Guests go in July; hosts spread over the summer, since somebody has to stay. */
function summerLeave({ row, office }: Person, year: number, random: Random): Away[] {
  const [least, most] = SUMMER_WEEKS[office.city]
  if (row.isHost) {
    const early = mondayFrom(`${year}-06-08`, random.between(0, 3))
    const late = mondayFrom(`${year}-07-13`, random.between(0, 5))
    return [weeksOff(early, 1), weeksOff(late, random.between(1, 2))]
  }
  const weeks = random.between(least, most)
  return [weeksOff(mondayFrom(`${year}-06-29`, random.between(0, 3)), weeks)]
}

function christmas({ row, office }: Person, year: number, random: Random): Away[] {
  if (!random.chance(row.isHost ? 0.3 : office.city === 'New York' ? 0.45 : 0.75)) return []
  const toOn = `${year + 1}-01-0${random.between(1, 4)}`
  return [{ fromOn: `${year}-12-${random.between(20, 23)}`, toOn, kind: 'leave' }]
}

function weeksOff(monday: LocalDate, weeks: number): Away {
  return { fromOn: monday, toOn: addDays(monday, weeks * 7 - 1), kind: 'leave' }
}

function mondayFrom(date: LocalDate, weeksLater: number): LocalDate {
  return addDays(date, ((8 - weekdayOf(date)) % 7) + weeksLater * 7)
}

function someDays(
  { startsOn, endsOn }: Calendar,
  random: Random,
  times: number,
  { kind, most }: { kind: AbsenceKind; most: number }
): Away[] {
  const days = eachDate(startsOn, endsOn)
  return Array.from({ length: times }, () => {
    const fromOn = random.pick(days)
    return { fromOn, toOn: addDays(fromOn, random.between(1, most) - 1), kind }
  })
}

/** New parents: rather long in the Nordics, short in New York. */
export function parentalLeave({ office }: Person, { startsOn, endsOn }: Calendar, random: Random): Away {
  const weeks = office.city === 'New York' ? random.between(8, 12) : random.between(15, 30)
  const fromOn = random.pick(eachDate(startsOn, addDays(endsOn, -100)))
  return { fromOn, toOn: addDays(fromOn, weeks * 7 - 1), kind: 'leave' }
}
