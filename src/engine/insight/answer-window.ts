import { addDays } from 'date-fns'

/** Days after a shift in which its people say how it went; the same as for their hours. */
export const ANSWER_DAYS = 14

/** What of a shift can be said at a moment, and until when. */
export type AnswerWindow = {
  /** cases are told during the shift already, the mood only after it */
  state: 'before' | 'during' | 'after' | 'closed'
  closesAt: Date
}

/**
 * Tells what the people of a shift can say of it: cases from its start, how they feel from its end, both until 14 days
 * after its end.
 *
 * @example
 * answerWindow({ startsAt: new Date('2027-03-02T09:00Z'), endsAt: new Date('2027-03-02T13:00Z') }, new Date('2027-03-02T10:00Z'))
 * //=> { state: 'during', closesAt: new Date('2027-03-16T13:00:00.000Z') }
 */
export function answerWindow(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  now: Date
): AnswerWindow {
  const closesAt = addDays(endsAt, ANSWER_DAYS)
  if (now < startsAt) return { state: 'before', closesAt }
  if (now < endsAt) return { state: 'during', closesAt }
  return { state: now < closesAt ? 'after' : 'closed', closesAt }
}
