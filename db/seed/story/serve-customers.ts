import { addDays as addDaysTo } from 'date-fns'
import { booksPeriodOf } from '../../../src/engine/ledger/books-period-of.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { eachDate } from '../../../src/engine/time/each-date.ts'
import { instantOf } from '../../../src/engine/time/instant-of.ts'
import { startOfIsoWeek } from '../../../src/engine/time/start-of-iso-week.ts'
import type { ServedAnswer } from '../../../src/words.ts'
import type { csatAnswers, servedCases, servedCounts } from '../../schema/served-cases.ts'
import type { shiftMoods } from '../../schema/shift-moods.ts'
import { type Calendar, HOME_ZONE } from '../calendar.ts'
import type { MakeId } from '../ids.ts'
import { inForce, type Seat } from '../plan/seat.ts'
import type { Random } from '../random.ts'
import { quartersAround } from './declare-seasons.ts'
import { earlier } from './gather-themes.ts'

interface Serving {
  readonly calendar: Calendar
  readonly random: Random
  readonly id: MakeId
}

/** Of a hundred customers: those on shifts, and those who answer a survey, who are harder to please. */
const SERVED = { yes: 0.71, unsure: 0.06 }
const SCORES = [
  [5, 41],
  [4, 24],
  [3, 15],
  [2, 9],
  [1, 11]
] as const
/** Of the people of a shift, those who say how it went. */
const ANSWERS = 0.6
const TELL_MOOD = 0.55
const SILENT = 0.4
/** Tapping is new: before, people gave counts at the end of a shift. */
const TAPPED_DAYS = 21
const SURVEYS_A_DAY = 4

/** What people on shifts said of their cases since the season before began: taps of late, counts before. */
export function serveCustomers(seats: readonly Seat[], { calendar, random, id }: Serving) {
  const { fromOn } = quartersAround(calendar)[0]!
  const tappedFrom = addDays(calendar.today, -TAPPED_DAYS)
  const cases: (typeof servedCases.$inferSelect)[] = []
  const counts: (typeof servedCounts.$inferSelect)[] = []
  for (const { row, shift } of overBy(seats, calendar.now)) {
    if (shift.onDay < fromOn || !random.chance(ANSWERS)) continue
    const answers = Array.from({ length: random.between(3, 11) }, () => answerOf(random))
    if (shift.onDay >= tappedFrom) {
      const minutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
      const at = answers.map(() => random.between(5, minutes)).sort((a, b) => a - b)
      const tapped = answers.slice(0, 6).map((servedWell, n) => {
        const answeredAt = new Date(row.startsAt.getTime() + at[n]! * 60_000)
        return { id: id(answeredAt), assignmentId: row.id, servedWell, answeredAt }
      })
      cases.push(...tapped)
    } else {
      const of = (word: ServedAnswer) => answers.filter((answer) => answer === word).length
      counts.push({
        ...{ assignmentId: row.id, yes: of('yes'), no: of('no'), unsure: of('unsure') },
        countedAt: earlier(calendar.now, new Date(row.endsAt.getTime() + random.between(1, 20) * 60_000))
      })
    }
  }
  return { cases, counts }
}

function answerOf(random: Random): ServedAnswer {
  const draw = random.next()
  if (draw < SERVED.yes) return 'yes'
  return draw < SERVED.yes + SERVED.unsure ? 'unsure' : 'no'
}

/** What customers answered in the survey, imported every Monday. */
export function answerSurveys({ calendar, random, id }: Serving, importedBy: string) {
  const { fromOn } = quartersAround(calendar)[0]!
  let number = 20_000
  return eachDate(fromOn, calendar.today).flatMap((answeredOn): (typeof csatAnswers.$inferSelect)[] => {
    const monday = instantOf(addDays(startOfIsoWeek(answeredOn), 7), '08:20', HOME_ZONE)
    if (monday > calendar.now) return []
    return Array.from({ length: SURVEYS_A_DAY }, () => {
      number += random.between(1, 9)
      const score = random.weighted(SCORES)
      const reference = `CS-${number}`
      return { id: id(monday), reference, answeredOn, score, importedAt: monday, importedBy }
    })
  })
}

/** The quarter before the last two: the plan of that time kept nobody’s wishes, and people minded. */
export function gloomyQuarter(calendar: Pick<Calendar, 'today'>): { fromOn: string; toOn: string } {
  return booksPeriodOf(addDays(quartersAround(calendar)[0]!.fromOn, -1), 3)
}

/** In the gloomy quarter many no longer said that there was nothing new. */
export function fallSilent<Answer extends { assignmentId: string }>(
  answers: readonly Answer[],
  seats: readonly Seat[],
  { calendar, random }: Omit<Serving, 'id'>
): Answer[] {
  const { fromOn, toOn } = gloomyQuarter(calendar)
  const dayOf = new Map(seats.map(({ row, shift }) => [row.id, shift.onDay]))
  return answers.filter(({ assignmentId }) => {
    const day = dayOf.get(assignmentId)!
    return day < fromOn || day >= toOn || !random.chance(SILENT)
  })
}

/** Glad people, but for the gloomy quarter. */
export function feelAfterwards(
  seats: readonly Seat[],
  { calendar, random }: Omit<Serving, 'id'>
): (typeof shiftMoods.$inferSelect)[] {
  const gloomy = gloomyQuarter(calendar)
  return overBy(seats, addDaysTo(calendar.now, -1)).flatMap(({ row, shift }) => {
    if (!random.chance(TELL_MOOD)) return []
    const isGloomy = gloomy.fromOn <= shift.onDay && shift.onDay < gloomy.toOn
    const mood = random.weighted(isGloomy ? GLOOMY : GLAD)
    const answeredAt = new Date(row.endsAt.getTime() + random.between(1, 180) * 60_000)
    return [{ assignmentId: row.id, mood, answeredAt }]
  })
}

const GLAD = [
  [5, 30],
  [4, 42],
  [3, 18],
  [2, 7],
  [1, 3]
] as const
const GLOOMY = [
  [5, 14],
  [4, 30],
  [3, 30],
  [2, 18],
  [1, 8]
] as const

const overBy = (seats: readonly Seat[], now: Date): Seat[] =>
  seats.filter((seat) => inForce(seat) && seat.row.endsAt <= now)
