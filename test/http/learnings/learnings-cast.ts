import type { Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

export const loginLoop = {
  type: 'bug',
  triedTo: 'Log in with a new phone',
  obstacle: 'The code never came and the page went round in circles'
}

/** Amara and Hanna sit on a Monday shift, 09-13 in Oslo; it is an hour after its end. */
export async function amaraListened(t: Test) {
  const app = await testApp(t, { now: '2027-03-01T13:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Nordic office hours')
  const shift = await insertShift(app.db, rotation, '2027-03-01T08:00:00Z', '2027-03-01T12:00:00Z')
  const seat = await insertAssignment(app.db, shift, company.amara)
  await insertAssignment(app.db, shift, company.hanna)
  const submit = (who: { id: string } | null, more: object = {}, shiftId = shift.id) =>
    app.as(who).post(`/api/shifts/${shiftId}/learnings`, { ...loginLoop, ...more })
  const nothingNew = (who: { id: string } | null, shiftId = shift.id) =>
    app.as(who).post(`/api/shifts/${shiftId}/nothing-new`)
  return { ...app, ...company, rotation, shift, seat, submit, nothingNew }
}
