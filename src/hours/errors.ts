import { defineError } from '../lib/errors.ts'

export const AssignmentNotFound = defineError<{ assignmentIds: string[] }>(
  'ASSIGNMENT_NOT_FOUND',
  404,
  'There is no such seat, or its hours are not yours to see.'
)
export const EntryNotFound = defineError<{ entryId: string }>(
  'HOURS_ENTRY_NOT_FOUND',
  404,
  'There is no such entry of hours, or it is not yours to see.'
)
export const EmployeeNotFound = defineError<{ employeeId: string }>(
  'EMPLOYEE_NOT_FOUND',
  404,
  'There is no such employee, or their hours are not yours to see.'
)
export const HoursNotYours = defineError(
  'HOURS_NOT_YOURS',
  403,
  'Only the person who worked and the leads of their team may enter or correct these hours.'
)
export const ShiftNotOver = defineError<{ endsAt: Date }>(
  'SHIFT_NOT_OVER',
  409,
  'Hours can be entered once the shift is over.'
)
export const HoursWindowClosed = defineError<{ closedAt: Date }>(
  'HOURS_WINDOW_CLOSED',
  409,
  'Your own time to enter or correct these hours is over. Ask a lead of your team to do it.'
)
export const HoursReasonNeeded = defineError<{ plannedMinutes: number }>(
  'HOURS_REASON_NEEDED',
  400,
  'Give a reason when the minutes are not those of the shift.'
)
export const HoursConfirmedBefore = defineError<{ assignmentIds: string[] }>(
  'HOURS_CONFIRMED_BEFORE',
  409,
  'These hours have been confirmed before. Correct the entry instead.'
)
export const HoursCorrectedMeanwhile = defineError(
  'HOURS_CORRECTED_MEANWHILE',
  409,
  'Somebody else corrected these hours at the same moment. Look at them again first.'
)
export const HoursUnchanged = defineError<{ minutes: number }>(
  'HOURS_UNCHANGED',
  409,
  'The entry says so already.'
)
export const EntryNotCorrectable = defineError(
  'HOURS_ENTRY_NOT_CORRECTABLE',
  409,
  'Only hours worked or credited can be corrected; hours carried or waived follow from a decision of their own.'
)
export const CreditToOneself = defineError(
  'CREDIT_TO_ONESELF',
  403,
  'Nobody credits hours to themselves. Ask another lead of your team, or HR.'
)
export const CreditDayNotValid = defineError<{ earliestOn: string; latestOn: string }>(
  'CREDIT_DAY_NOT_VALID',
  409,
  'Hours can be credited for today and the year before it.'
)
export const PeriodNotOver = defineError<{ fromOn: string; toOn: string }>(
  'PERIOD_NOT_OVER',
  409,
  'A period is closed once it is over everywhere. Try again after its last day.'
)
export const BooksNotInOrder = defineError<{ nextFromOn: string }>(
  'BOOKS_NOT_IN_ORDER',
  409,
  'Periods are closed one after the other; the day of the next one is named.'
)
