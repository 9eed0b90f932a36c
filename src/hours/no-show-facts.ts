import type { NoShowRow } from './queries/attendance.ts'

/** What notices of a no-show say of it. */
export function noShowFacts({ assignmentId, shiftId, onDay, startsAt, endsAt, ...row }: NoShowRow) {
  const employee = { id: row.employeeId, name: row.employeeName }
  return { assignmentId, shiftId, onDay, startsAt, endsAt, employee, raisedBy: row.raisedBy }
}
