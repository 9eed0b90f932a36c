import { defineError } from '../lib/errors.ts'

export const ControlMeasureNotValid = defineError<{ field: string; remedy: string }>(
  'CONTROL_MEASURE_NOT_VALID',
  422,
  'This purpose cannot be recorded as it is; the field is named with a remedy.'
)
export const ControlMeasureNotFound = defineError<{ controlMeasureId: string }>(
  'CONTROL_MEASURE_NOT_FOUND',
  404,
  'There is no such entry in the register of control measures.'
)
export const ControlMeasureEnded = defineError(
  'CONTROL_MEASURE_ENDED',
  409,
  'This purpose has ended already. Record a new one where it is needed again.'
)
export const EmployeeNotFound = defineError<{ employeeId: string }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'There is no such employee.'
)
export const EmployeeStillActive = defineError(
  'EMPLOYEE_STILL_ACTIVE',
  409,
  'Only who is deactivated can be erased: shifts to come must have been given up first. Deactivate the person, then ask again.'
)
export const ErasedBefore = defineError(
  'ERASED_BEFORE',
  409,
  'This person was erased before; nothing that tells who they were is left.'
)
export const RetentionRuleUnchanged = defineError(
  'RETENTION_RULE_UNCHANGED',
  409,
  'This kind of data is kept for so many days already.'
)
