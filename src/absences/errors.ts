import { defineError } from '../lib/errors.ts'

export const AbsenceNotFound = defineError<{ absenceId: string }>(
  'ABSENCE_NOT_FOUND',
  404,
  'You have no such absence.'
)
export const AbsenceNotValid = defineError<{ field: string; remedy: string }>(
  'ABSENCE_NOT_VALID',
  422,
  'This absence cannot be noted as it is; the field is named with a remedy.'
)
export const AbsenceOverlaps = defineError<{ absenceId: string; startsAt: Date; endsAt: Date }>(
  'ABSENCE_OVERLAPS',
  409,
  'You are away for part of this time already. Delete that absence first, or choose other times.'
)
