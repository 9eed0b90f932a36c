import type { Complaint } from '../directory/csv/complaint.ts'
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
export const AbsenceFromCalendar = defineError<{ absenceId: string }>(
  'ABSENCE_FROM_CALENDAR',
  409,
  'This comes from the calendar you subscribe to. Change it there, or end the subscription.'
)
export const AbsenceNotYours = defineError<{ employeeId: string }>(
  'ABSENCE_NOT_YOURS',
  403,
  'Only the leads of this person’s team and HR may note that they are away today.'
)

interface WeeklyHours {
  weekday: number
  startsAt: string
  endsAt: string
}
export const HoursOverlap = defineError<{ first: WeeklyHours; second: WeeklyHours }>(
  'HOURS_OVERLAP',
  422,
  'Two of these hours overlap. Join them into one.'
)
export const CompanyDayNotFound = defineError<{ companyDayId: string }>(
  'COMPANY_DAY_NOT_FOUND',
  404,
  'There is no such day off.'
)
export const CompanyDayNotValid = defineError<{ field: string; remedy: string }>(
  'COMPANY_DAY_NOT_VALID',
  422,
  'This day off cannot be noted as it is; the field is named with a remedy.'
)
export const CompanyDayTwice = defineError(
  'COMPANY_DAY_TWICE',
  409,
  'This day is off there already. Delete that entry first to change its name.'
)
export const AbsenceImportNotValid = defineError<{ total: number; lines: Complaint[] }>(
  'ABSENCE_IMPORT_NOT_VALID',
  422,
  'The file has lines that cannot be taken; nothing was imported. Each is named with a remedy.'
)
export const CalendarNotFound = defineError('CALENDAR_NOT_FOUND', 404, 'You subscribe to no calendar.')
export const CalendarNotReadable = defineError<{ cause: string; remedy: string }>(
  'CALENDAR_NOT_READABLE',
  422,
  'This calendar cannot be read; the cause is named with a remedy. Nothing was changed.'
)
