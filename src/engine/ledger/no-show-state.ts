/** How far a no-show has come. Raised: the person has been told and may answer. */
export type NoShowState = 'raised' | 'answered' | 'withdrawn' | 'recorded'

/** Hours that the person has to answer before a no-show is recorded (issue 4). */
export const ANSWER_HOURS = 48

/** The instants that decide it; null where it has not happened. */
export type NoShowInstants = { answeredAt: Date | null; withdrawnAt: Date | null; recordedAt: Date | null }

/**
 * Derives the state of a no-show.
 *
 * @example
 * noShowState({ answeredAt: null, withdrawnAt: null, recordedAt: null })
 * //=> 'raised'
 */
export function noShowState({ answeredAt, withdrawnAt, recordedAt }: NoShowInstants): NoShowState {
  if (recordedAt) return 'recorded'
  if (withdrawnAt) return 'withdrawn'
  return answeredAt ? 'answered' : 'raised'
}

/**
 * Gives the instant until which the person may answer; from then on the no-show is recorded.
 *
 * @example
 * answerUntil(new Date('2027-03-01T13:00Z'))
 * //=> new Date('2027-03-03T13:00Z')
 */
export function answerUntil(raisedAt: Date): Date {
  return new Date(raisedAt.getTime() + ANSWER_HOURS * 3_600_000)
}
