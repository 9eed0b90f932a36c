import { defineError } from '../lib/errors.ts'

export const AsOfNotValid = defineError(
  'AS_OF_NOT_VALID',
  400,
  'Give asOf as a day such as 2027-03-02 or an instant such as 2027-03-02T09:30:00Z, not one to come.'
)
export const TooManyRows = defineError<{ most: number }>(
  'TOO_MANY_ROWS',
  400,
  'These days have too many weeks for one report; ask for months or quarters, or for fewer days.'
)
export const PurposeNotRecorded = defineError(
  'PURPOSE_NOT_RECORDED',
  403,
  'Single people are shown to HR once the purpose is in the register of control measures: record it with POST /api/control-measures, after it was discussed with the employees’ representatives.'
)
