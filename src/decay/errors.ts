import { defineError } from '../lib/errors.ts'

export const ReviewNotFound = defineError<{ reviewId: string }>(
  'REVIEW_NOT_FOUND',
  404,
  'There is no such review.'
)
export const ReviewNotYours = defineError(
  'REVIEW_NOT_YOURS',
  403,
  'Whoever it is named for, HR and executives answer a review. Ask one of them.'
)
export const ReviewDecided = defineError<{ decision: string; decidedAt: Date }>(
  'REVIEW_DECIDED',
  409,
  'This review is answered already; what was decided stays on record.'
)
export const OwnerNotFit = defineError<{ employeeId: string }>(
  'OWNER_NOT_FIT',
  409,
  'A review is named for somebody of HR or an executive who works here.'
)
