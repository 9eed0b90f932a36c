import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { notices } from '../../../db/schema/notices.ts'
import { swapCompany } from '../swaps/swaps-cast.ts'
import { untilHeld } from '../swaps/two-apps.ts'

t.test('who is deactivated while their request waits changes nothing any more', async (t) => {
  const { db, pool, tokenOf, app, amara } = await swapCompany(t)
  const [noted] = await db
    .insert(absences)
    .values({
      employeeId: amara.id,
      kind: 'leave',
      startsAt: new Date('2027-03-08T00:00:00Z'),
      endsAt: new Date('2027-03-09T00:00:00Z')
    })
    .returning()
  const requests = [
    { method: 'DELETE', url: `/api/me/absences/${noted!.id}` },
    { method: 'POST', url: '/api/me/absences', payload: { kind: 'leave', fromOn: '2027-03-22' } },
    { method: 'PUT', url: '/api/me/unavailable-hours', payload: { hours: [] } }
  ] as const
  const headers = { authorization: `Bearer ${await tokenOf(amara)}` }
  const deactivation = await pool.connect()
  await deactivation.query('begin')
  await deactivation.query('update employees set deactivated_at = now() where id = $1', [amara.id])
  const replies = Promise.all(requests.map((request) => app.inject({ ...request, headers })))
  t.equal(await untilHeld(pool, requests.length), requests.length)
  await deactivation.query('commit')
  deactivation.release()
  for (const reply of await replies) t.match(reply.json(), { status: 401, code: 'SIGN_IN_NEEDED' })
  t.match(await db.select().from(absences), [{ id: noted!.id }])
  t.strictSame(await db.select().from(notices), [])
})
