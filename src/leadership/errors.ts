import { defineError } from '../lib/errors.ts'

export const LeadersNotPlanned = defineError<{ leaders: { employeeId: string; name: string }[] }>(
  'LEADERS_NOT_PLANNED',
  409,
  'Leaders go first: those named owe a shift in these days and have none. Plan them as well, or publish with a reason.'
)
export const LeadersFirstUnchanged = defineError<{ isOn: boolean }>(
  'LEADERS_FIRST_UNCHANGED',
  409,
  'The policy says so already. There is nothing to change.'
)
