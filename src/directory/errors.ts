import { defineError } from '../lib/errors.ts'
import type { Complaint } from './csv/complaint.ts'

export interface FieldProblem {
  field: string
  value?: unknown
  remedy: string
}

export const EmployeeNotFound = defineError<{ employeeId: string } | { email: string }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'There is no such employee.'
)
export const EmployeeNotYours = defineError<{ fields: string[] }>(
  'EMPLOYEE_NOT_YOURS',
  403,
  'HR changes people; the lead of their team may set their readiness and when they work.'
)
export const EmployeeFieldsNotValid = defineError<FieldProblem[]>(
  'EMPLOYEE_FIELDS_NOT_VALID',
  422,
  'Some fields cannot be stored as they are. Each is named with a remedy.'
)
export const EmailTaken = defineError(
  'EMAIL_TAKEN',
  409,
  'Somebody else has this e-mail address, perhaps a deactivated person.'
)
export const EmployeeNotActive = defineError<{ employeeIds: string[] }>(
  'EMPLOYEE_NOT_ACTIVE',
  409,
  'This is deactivated or unknown. Name people who are active.'
)
export const YourselfNotDeactivated = defineError(
  'YOURSELF_NOT_DEACTIVATED',
  409,
  'You cannot deactivate yourself. Ask somebody else of HR or an administrator.'
)
export const LastAdmin = defineError(
  'LAST_ADMIN',
  409,
  'This would leave nobody as administrator. Name another administrator first.'
)
export const TeamNotFound = defineError<{ teamId: string }>('TEAM_NOT_FOUND', 404, 'There is no such team.')
export const TeamNotYours = defineError<{ fields: string[] }>(
  'TEAM_NOT_YOURS',
  403,
  'HR changes teams; a lead may set the support cap of the own team.'
)
export const TeamNameTaken = defineError('TEAM_NAME_TAKEN', 409, 'Another team has this name.')

export const ImportNotValid = defineError<{ total: number; lines: Complaint[] }>(
  'IMPORT_NOT_VALID',
  422,
  'Nothing was imported: some lines cannot be taken. Correct them as named and import the file again.'
)
export const ImportDeactivatesTooMany = defineError<{ wouldDeactivate: number; active: number }>(
  'IMPORT_DEACTIVATES_TOO_MANY',
  409,
  'Nothing was imported: more than 10% of the active people are missing in the file. If they have all left, import with force.'
)
export const TeamNotLed = defineError<{ teamId: string }>(
  'TEAM_NOT_LED',
  403,
  'This is for the leads of the team and for HR.'
)
