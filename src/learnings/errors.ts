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

export const TicketUrlHasPersonalData = defineError(
  'TICKET_URL_HAS_PERSONAL_DATA',
  400,
  'The ticket link holds an e-mail address. Link to the ticket by its number.'
)
export const LearningNotYours = defineError<{ learningId: string }>(
  'LEARNING_NOT_YOURS',
  403,
  'Only who handed a learning in changes it or takes it back.'
)
export const LearningHasFixIt = defineError<{ learningId: string }>(
  'LEARNING_HAS_FIX_IT',
  409,
  'Fix-it time is booked or credited for this learning, so it stays. You can still change its words.'
)
export const AreaNotOffered = defineError<{ areaId: string }>(
  'AREA_NOT_OFFERED',
  422,
  'There is no such product area, or it is archived. Choose one of the list.'
)
