import { defineError } from '../lib/errors.ts'

export const ShiftNotFound = defineError<{ shiftId: string }>(
  'SHIFT_NOT_FOUND',
  404,
  'There is no such shift.'
)
export const LearningNotFound = defineError<{ learningId: string }>(
  'LEARNING_NOT_FOUND',
  404,
  'There is no such learning.'
)
export const NotOnThisShift = defineError<{ shiftId: string }>(
  'NOT_ON_THIS_SHIFT',
  403,
  'Only the people of a shift hand in what was heard on it, and you are not one of them.'
)
export const ShiftNotStarted = defineError<{ startsAt: Date }>(
  'SHIFT_NOT_STARTED',
  409,
  'Nothing was heard yet: this shift has not begun.'
)
export const LearningWindowClosed = defineError<{ closedAt: Date }>(
  'LEARNING_WINDOW_CLOSED',
  409,
  'What was heard on a shift is handed in within 14 days of its end, while it is remembered.'
)
export const LearningsHandedIn = defineError<{ learnings: number }>(
  'LEARNINGS_HANDED_IN',
  409,
  'You have handed in learnings of this shift, so there was something new.'
)
export const TicketUrlNotValid = defineError(
  'TICKET_URL_NOT_VALID',
  400,
  'The ticket link must be a full http or https address without a password in it.'
)
export const LearningsFilterNotValid = defineError<{ field: 'from' | 'to' }>(
  'LEARNINGS_FILTER_NOT_VALID',
  400,
  'This is no instant of the calendar.'
)
