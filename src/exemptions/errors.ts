import { defineError } from '../lib/errors.ts'

export const ExemptionNotFound = defineError<{ exemptionId: string }>(
  'EXEMPTION_NOT_FOUND',
  404,
  'There is no such exemption, or it is not yours to see.'
)
export const PersonNotFound = defineError<{ employeeId: string }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'There is no such employee, or you may not ask for them.'
)
export const ExecutiveNotExempt = defineError(
  'EXECUTIVE_NOT_EXEMPT',
  409,
  'An executive’s shifts can be swapped, never waived. Propose a swap or ask for a cover instead.'
)
export const ExemptionNotValid = defineError<{ field: string; remedy: string }>(
  'EXEMPTION_NOT_VALID',
  422,
  'This exemption cannot be asked for as it is; the field is named with a remedy.'
)
export const ExemptionOverlaps = defineError(
  'EXEMPTION_OVERLAPS',
  409,
  'There is an exemption for some of these days already. Withdraw it first, or choose other days.'
)
export const ExemptionOfOneself = defineError(
  'EXEMPTION_OF_ONESELF',
  403,
  'Nobody decides on an exemption of their own. Ask another lead of your team, or HR.'
)
export const ExemptionNotYours = defineError(
  'EXEMPTION_NOT_YOURS',
  403,
  'A lead of the team or HR decides on exemptions.'
)
export const ExemptionDecided = defineError<{ state: string }>(
  'EXEMPTION_DECIDED',
  409,
  'This exemption has been decided on or withdrawn already.'
)
export const ApprovedBefore = defineError(
  'EXEMPTION_APPROVED_BEFORE',
  409,
  'You have approved this exemption already; it waits for somebody else.'
)
