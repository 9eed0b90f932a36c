import type { DecayFigures } from './worsening-signs.ts'

/** People below whom a mean would tell of one of them (PRACTICE, section 5). */
const FEWEST_PEOPLE = 5

/** What is counted of a quarter as far as it has passed. */
export type QuarterCounts = {
  /** staff who are no hosts, and those of them with a shift */
  staff: number
  tookPart: number
  dueMinutes: number
  waivedMinutes: number
  /** seats in force, and those given up late */
  held: number
  dropped: number
  /** seats worked, and those without a learning or "nothing new" */
  seats: number
  notTold: number
  hosts: number
  hostMinutes: number
  days: number
  moodMean: number | null
  moodPeople: number
  answerAgeDays: number | null
}

/**
 * Turns counts of a quarter into the figures of the decay watch; null where there is nothing to divide by, and where
 * fewer than five people are behind a share of people or a mood. Shares have four decimals, hours and moods one.
 *
 * @example
 * decayFigures({ ...counts, staff: 40, tookPart: 30, hosts: 4, hostMinutes: 4 * 2 * 240, days: 14 })
 * //=> {
 * //   tookPartShare: 0.75, waivedShare: null, lateDroppedShare: null, notToldShare: null,
 * //   hostHoursPerWeek: 4, mood: null, answerAgeDays: null
 * // }
 */
export function decayFigures(of: QuarterCounts): DecayFigures {
  const hostWeeks = (of.hosts * of.days) / 7
  return {
    tookPartShare: of.staff < FEWEST_PEOPLE ? null : ratio(of.tookPart, of.staff, 4),
    // Hours may be waived beforehand, and more than are due.
    waivedShare: ratio(Math.min(of.waivedMinutes, of.dueMinutes), of.dueMinutes, 4),
    lateDroppedShare: ratio(of.dropped, of.held + of.dropped, 4),
    notToldShare: ratio(of.notTold, of.seats, 4),
    hostHoursPerWeek: ratio(of.hostMinutes / 60, hostWeeks, 1),
    mood: of.moodPeople < FEWEST_PEOPLE || of.moodMean === null ? null : Number(of.moodMean.toFixed(1)),
    answerAgeDays: of.answerAgeDays
  }
}

function ratio(part: number, whole: number, decimals: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(decimals))
}
