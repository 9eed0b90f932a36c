import { defineError } from '../lib/errors.ts'

export const QuotaNotValid = defineError<{ field: string; remedy: string }>(
  'QUOTA_NOT_VALID',
  422,
  'This quota cannot be set as it is; the field is named with a remedy.'
)
export const QuotaNotYours = defineError<{ scope: string }>(
  'QUOTA_NOT_YOURS',
  403,
  'HR sets every quota, a lead those of the own team and its people.'
)
export const QuotaHolderNotFound = defineError<{ teamId: string } | { employeeId: string }>(
  'QUOTA_HOLDER_NOT_FOUND',
  404,
  'There is no such team or employee.'
)
export const ExecutiveQuotaNotZero = defineError(
  'EXECUTIVE_QUOTA_NOT_ZERO',
  409,
  'An executive’s shifts can be swapped, never waived. Set hours above zero.'
)
export const QuotaNotFound = defineError<{ quotaId: string }>(
  'QUOTA_NOT_FOUND',
  404,
  'There is no such quota.'
)
export const QuotaTaken = defineError(
  'QUOTA_TAKEN',
  409,
  'A quota of the same scope begins on this day already. Choose another day; quotas are not overwritten.'
)
export const DuePeriodNotValid = defineError(
  'DUE_PERIOD_NOT_VALID',
  422,
  'Ask for the days from fromOn until before toOn, 731 at most.'
)
