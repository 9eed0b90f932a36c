import { isLocalDate } from '../engine/time/is-local-date.ts'
import type { DayPart, WishLevel, WishReason } from '../words.ts'
import { WishesNotValid, type WishProblem } from './errors.ts'

/** A wish as it is sent: for a weekday or for a date. */
export interface WantedWish {
  weekday?: number
  onDay?: string
  part: DayPart
  level: WishLevel
  reason?: WishReason
}

/**
 * Refuses wishes that mean nothing or two things: neither or both of weekday and date, a date that does not exist,
 * "cannot" without a reason, a reason for anything else, and the same part twice.
 *
 * @throws {WishesNotValid}
 */
export function checkWishes(wanted: readonly WantedWish[]): void {
  const seen = new Set<string>()
  const problems = wanted.flatMap((wish, index) => {
    const key = `${wish.weekday} ${wish.onDay} ${wish.part}`
    const isRepeated = seen.has(key)
    seen.add(key)
    return problemsOf(wish, isRepeated).map((problem) => ({ index, ...problem }))
  })
  if (problems.length > 0) throw new WishesNotValid(problems)
}

function problemsOf(
  { weekday, onDay, level, reason }: WantedWish,
  isRepeated: boolean
): Omit<WishProblem, 'index'>[] {
  const problems: Omit<WishProblem, 'index'>[] = []
  if ((weekday === undefined) === (onDay === undefined))
    problems.push({ field: 'weekday', remedy: 'Name either a weekday or a date.' })
  if (onDay !== undefined && !(isLocalDate(onDay) && onDay >= '2000' && onDay < '2200'))
    problems.push({ field: 'onDay', remedy: 'Give a day that exists, such as 2027-03-02.' })
  if (level === 'cannot' && reason === undefined)
    problems.push({ field: 'reason', remedy: 'Say of which kind the reason is. Nobody but you sees it.' })
  if (level !== 'cannot' && reason !== undefined)
    problems.push({ field: 'reason', remedy: 'Only "cannot" has a reason. Leave it out.' })
  if (isRepeated)
    problems.push({ field: 'part', remedy: 'This part is named twice. Leave one of the two out.' })
  return problems
}
