/** What tells that the programme decays; each is compared with the quarter before. */
export const DECAY_SIGNS = ['took-part', 'given-up', 'not-told', 'host-load', 'mood', 'answer-age'] as const
export type DecaySign = (typeof DECAY_SIGNS)[number]

/** A quarter in figures; null where there is nothing to count, or too few people for a mean to hide one of them. */
export type DecayFigures = {
  /** of staff who are no hosts, with a shift; 0 to 1 */
  tookPartShare: number | null
  /** of the hours due, waived; 0 to 1 */
  waivedShare: number | null
  /** of the seats, given up within a week of the start and taken over by nobody; 0 to 1 */
  lateDroppedShare: number | null
  /** of the seats worked, without a learning or "nothing new"; 0 to 1 */
  notToldShare: number | null
  /** on shifts, per host and week */
  hostHoursPerWeek: number | null
  /** mean of 1 to 5 */
  mood: number | null
  /** median days that themes without an answer have waited */
  answerAgeDays: number | null
}

/** A figure that moved the wrong way, before and now. */
export type WorseSign = { sign: DecaySign; figure: keyof DecayFigures; before: number; now: number }

/** How far a figure must move to count, so that chance does not; all of them our own. */
const MARGINS: readonly [DecaySign, keyof DecayFigures, 'falls' | 'rises', number][] = [
  ['took-part', 'tookPartShare', 'falls', 0.05],
  ['given-up', 'waivedShare', 'rises', 0.02],
  ['given-up', 'lateDroppedShare', 'rises', 0.02],
  ['not-told', 'notToldShare', 'rises', 0.05],
  ['host-load', 'hostHoursPerWeek', 'rises', 0.5],
  ['mood', 'mood', 'falls', 0.3],
  ['answer-age', 'answerAgeDays', 'rises', 7]
]

/** Issue 5: this many signs at once open a review. */
export const SIGNS_FOR_REVIEW = 3

/**
 * Lists what worsened from one quarter to the next. A figure worsened when it moved the wrong way by its margin or
 * more: 5 points of the share who took part or of seats without a word of what was heard, 2 points of hours waived or
 * seats dropped late, half an hour per host and week, 0.3 of the mood, 7 days of waiting. What is unknown in either
 * quarter has not worsened.
 *
 * @example
 * worseningSigns({ ...quarter, mood: 4.1 }, { ...quarter, mood: 3.7 })
 * //=> [{ sign: 'mood', figure: 'mood', before: 4.1, now: 3.7 }]
 */
export function worseningSigns(before: DecayFigures, now: DecayFigures): WorseSign[] {
  return MARGINS.flatMap(([sign, figure, direction, margin]) => {
    const [was, is] = [before[figure], now[figure]]
    if (was === null || is === null) return []
    const worse = direction === 'falls' ? was - is : is - was
    // Decimal shares differ by a hair from what they say: 0.8 - 0.75 is less than 0.05.
    return worse >= margin - 1e-9 ? [{ sign, figure, before: was, now: is }] : []
  })
}

/**
 * Tells whether somebody must look at the programme: three different signs have worsened. Waived and dropped shifts are
 * one sign, for they are two ways to give up.
 *
 * @example
 * needsReview([
 *   { sign: 'mood', figure: 'mood', before: 4, now: 3 },
 *   { sign: 'given-up', figure: 'waivedShare', before: 0, now: 0.1 },
 *   { sign: 'given-up', figure: 'lateDroppedShare', before: 0, now: 0.1 }
 * ])
 * //=> false
 */
export function needsReview(signs: readonly WorseSign[]): boolean {
  return new Set(signs.map(({ sign }) => sign)).size >= SIGNS_FOR_REVIEW
}
