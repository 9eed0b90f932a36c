import type { Test } from 'tap'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

/** Amara of Product sat on a Monday shift, 09-13 in Oslo; it is an hour after its end. */
export async function amaraWorkedAShift(t: Test) {
  const app = await testApp(t, { now: '2027-03-01T13:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Nordic office hours')
  const shift = await insertShift(app.db, rotation, '2027-03-01T08:00:00Z', '2027-03-01T12:00:00Z')
  const seat = await insertAssignment(app.db, shift, company.amara)
  const confirm = (who: { id: string } | null, body: object = {}) =>
    app.as(who).post(`/api/assignments/${seat.id}/hours`, body)
  const entries = () => app.db.select().from(ledgerEntries).orderBy(ledgerEntries.enteredAt, ledgerEntries.id)
  return { ...app, ...company, rotation, shift, seat, confirm, entries }
}
