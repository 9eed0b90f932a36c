import { defineError } from '../lib/errors.ts'

export const ShiftNotFound = defineError<{ shiftId: string }>(
  'SHIFT_NOT_FOUND',
  404,
  'There is no such shift. Shifts exist from the publication of their rotation on.'
)
export const SpanNotValid = defineError<{ field: string }>(
  'SPAN_NOT_VALID',
  400,
  'The span cannot be used: give instants or dates that exist, the later one after the earlier one.'
)
