import { addDays } from '../time/add-days.ts'
import type { LocalDate } from '../time/local.ts'
import { type DecayFigures, type WorseSign, worseningSigns } from './worsening-signs.ts'

/** A programme that begins later than this in a quarter has not had that quarter; our own. */
const BEGINS_WITHIN_DAYS = 14

/**
 * Lists for each quarter, oldest first, what worsened against the one before. There is nothing to compare with before
 * the first quarter given, nor with one before or in which the programme only began: its first shift was more than a
 * fortnight after the first day.
 *
 * @param firstShiftOn the day of the first shift that anybody ever had; null without one
 * @example
 * const autumn = { fromOn: '2026-10-01', figures: quarter }
 * const winter = { fromOn: '2027-01-01', figures: { ...quarter, mood: 3 } }
 * worseningQuarters([autumn, winter], '2026-10-05').map((signs) => signs.length)
 * //=> [0, 1]
 * worseningQuarters([autumn, winter], '2026-12-01').map((signs) => signs.length)
 * //=> [0, 0]
 */
export function worseningQuarters(
  quarters: readonly { fromOn: LocalDate; figures: DecayFigures }[],
  firstShiftOn: LocalDate | null
): WorseSign[][] {
  return quarters.map(({ figures }, at) => {
    const before = quarters[at - 1]
    const isWhole =
      before && firstShiftOn !== null && firstShiftOn < addDays(before.fromOn, BEGINS_WITHIN_DAYS)
    return isWhole ? worseningSigns(before.figures, figures) : []
  })
}
