import { defineError } from '../lib/errors.ts'

export const SeatNotFound = defineError<{ assignmentId: string }>(
  'ASSIGNMENT_NOT_FOUND',
  404,
  'You hold no such seat.'
)
export const LearningNotOfShift = defineError<{ learningId: string }>(
  'LEARNING_NOT_OF_SHIFT',
  404,
  'There is no such learning of this shift. Hand in what you heard first, then choose what to fix.'
)
export const FixItNotFound = defineError<{ fixItId: string }>(
  'FIX_IT_NOT_FOUND',
  404,
  'You have no such fix-it block.'
)
export const FixItNotCounted = defineError(
  'FIX_IT_NOT_COUNTED',
  409,
  'This rotation does not count fix-it time. Ask HR to change that, or a lead to credit hours.'
)
export const FixItTaken = defineError(
  'FIX_IT_TAKEN',
  409,
  'This shift has its fix-it block already. Give that one up first, or choose it.'
)
export const FixItOutsideOfWindow = defineError<{ fromAt: Date; untilAt: Date }>(
  'FIX_IT_OUTSIDE_OF_WINDOW',
  409,
  'Put the block after the shift and within five working days of it.'
)
export const FixItInTheWay = defineError<
  { shiftId: string; startsAt: Date; endsAt: Date } | { absence: true; startsAt: Date; endsAt: Date }
>('FIX_IT_IN_THE_WAY', 409, 'You are on a shift, away or fixing something else at this time.')
export const FixItNotBegun = defineError<{ startsAt: Date }>(
  'FIX_IT_NOT_BEGUN',
  409,
  'The block has not begun. Say what you did once you have done it.'
)
export const FixItDone = defineError('FIX_IT_DONE', 409, 'This block is done and in the ledger.')
export const FixItClosed = defineError<{ closedAt: Date }>(
  'FIX_IT_CLOSED',
  409,
  'The two weeks in which you could report this block are over. Ask a lead to credit the hours.'
)
