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
export const CheckInNotOpen = defineError<{ startsAt: Date; endsAt: Date }>(
  'CHECK_IN_NOT_OPEN',
  409,
  'Check in from half an hour before the shift until its end. Afterwards confirm the hours instead.'
)
export const CheckedInBefore = defineError(
  'CHECKED_IN_BEFORE',
  409,
  'You have checked in to this shift already.'
)
export const NotCheckedIn = defineError(
  'NOT_CHECKED_IN',
  409,
  'You have not checked in to this shift. Confirm its hours once it is over.'
)
export const CheckOutTooLate = defineError(
  'CHECK_OUT_TOO_LATE',
  409,
  'Check out within an hour after the shift. Confirm its hours instead, with other minutes if need be.'
)
export const HoursNotConfirmed = defineError(
  'HOURS_NOT_CONFIRMED',
  409,
  'There are no hours to agree with yet; they are entered once the shift is over.'
)
export const MarkOfOneself = defineError(
  'MARK_OF_ONESELF',
  403,
  'Nobody marks their own hours. Ask another lead of your team.'
)
export const NoShowOfOneself = defineError(
  'NO_SHOW_OF_ONESELF',
  403,
  'Nobody reports themselves missing. If you cannot come, offer the seat.'
)
export const NoShowNotOpen = defineError<{ opensAt: Date; closesAt: Date }>(
  'NO_SHOW_NOT_OPEN',
  409,
  'Somebody is missed from a quarter of an hour after the start until 14 days after the end.'
)
export const SeatWasAttended = defineError(
  'SEAT_WAS_ATTENDED',
  409,
  'The person has checked in to this shift, so they were there.'
)
export const NoShowRaisedBefore = defineError(
  'NO_SHOW_RAISED_BEFORE',
  409,
  'This has been raised already; the person has been asked.'
)
export const NoShowNotRaised = defineError(
  'NO_SHOW_NOT_RAISED',
  409,
  'There is no open question about this seat: none was raised, or it was answered, taken back or recorded.'
)
