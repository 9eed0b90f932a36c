import type { Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'

export const GOALS = [
  { goal: 'Pairing works', measure: 'Half the learnings about it', strategyLine: 'Easy for everybody' },
  { goal: 'Bills explain themselves', measure: 'A third fewer calls', strategyLine: 'Easy for everybody' }
]

/** The small company with five leaders; it is 1 March 2027, 09:00 in Oslo. */
export async function fiveLeaders(t: Test, now = '2027-03-01T08:00:00Z') {
  const app = await testApp(t, { now })
  const company = await insertSmallCompany(app.db)
  const ida = await insertEmployee(app.db, 'Ida Lead', company.product, { level: 'lead' })
  const olav = await insertEmployee(app.db, 'Olav Lead', company.product, { level: 'lead' })
  const { lars, sofie, eva } = company
  const declare = (who: { id: string }, more: object = {}) =>
    app.as(who).post('/api/seasons', { quarter: '2027-Q2', goals: GOALS, ...more })
  return { ...app, ...company, ida, olav, leaders: [lars, sofie, eva, ida, olav], declare }
}
