import type { Test } from 'tap'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'

/** A rotation as a client would send it: mornings in Oslo, Monday to Friday. */
export const NORDIC = {
  name: 'Nordic mornings',
  timeZone: 'Europe/Oslo',
  slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' })),
  seats: { min: 1, desired: 2, max: 3 },
  hostsRequired: 1,
  validFrom: '2027-01-01',
  holidayCountry: 'NO',
  holidayRule: 'skip',
  spacingDays: 7
}

/** Four weeks from Monday 8 March 2027; the clock of the test stands on 1 March, 09:00 in Oslo. */
export const MARCH = { fromOn: '2027-03-08', toOn: '2027-04-05' }

/** The small company with a second host, four hours due per four weeks, and the rotation above. */
export async function aRotation(t: Test, change: Partial<typeof NORDIC> = {}, now = '2027-03-01T08:00:00Z') {
  const app = await testApp(t, { now })
  const company = await insertSmallCompany(app.db)
  const henrik = await insertEmployee(app.db, 'Henrik Host', company.support, { isHost: true })
  await app.db
    .insert(quotas)
    .values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2027-03-08' })
  const hr = app.as(company.helge)
  const reply = await hr.post('/api/rotations', { ...NORDIC, ...change })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  const rotation = reply.json() as { id: string }
  const draft = (period: object = MARCH) => hr.post(`/api/rotations/${rotation.id}/drafts`, period)
  const publish = (draftId: string) => hr.post(`/api/rotations/${rotation.id}/publications`, { draftId })
  return { ...app, ...company, henrik, rotation, draft, publish, hr }
}

export interface DraftBody {
  id: string
  shifts: {
    startsAt: string
    endsAt: string
    onDay: string
    assignments: { employeeId: string; name: string; isHost: boolean; reason: object | null }[]
  }[]
}

/** Who a draft puts where, as `name day`. */
export const seatsIn = (draft: DraftBody): string[] =>
  draft.shifts.flatMap(({ onDay, assignments }) => assignments.map(({ name }) => `${name} ${onDay}`))
