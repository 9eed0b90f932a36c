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
export const RotationNotFound = defineError<{ rotationId: string }>(
  'ROTATION_NOT_FOUND',
  404,
  'There is no such rotation.'
)
export const CardNotYours = defineError(
  'CARD_NOT_YOURS',
  403,
  'Cards are written by hosts, leads and administrators. Ask one of them.'
)
export const CardChangedMeanwhile = defineError<{ revision: number }>(
  'CARD_CHANGED_MEANWHILE',
  409,
  'Somebody else has changed this card since you opened it. Look at it again, then write your words.'
)
export const HandoverNotYours = defineError<{ shiftId: string }>(
  'HANDOVER_NOT_YOURS',
  403,
  'Only the people of a shift leave a note for the next one, and you are not one of them.'
)
export const HandoverNotNow = defineError<{ opensAt: Date; closesAt: Date }>(
  'HANDOVER_NOT_NOW',
  409,
  'A note to the next shift is left from the start of a shift until a day after its end.'
)
