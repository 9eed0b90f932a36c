import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

/** The small company and a way to set quotas: 4 hours per 4 weeks from 2027 on, unless said otherwise. */
export async function quotasApp(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const set = (who: { id: string }, quota: object) =>
    app.as(who).post('/api/quotas', { hours: 4, weeks: 4, fromOn: '2027-01-01', ...quota })
  return { ...app, ...people, set }
}
