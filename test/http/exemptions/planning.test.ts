import { eq } from 'drizzle-orm'
import t from 'tap'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { aRotation, type DraftBody, MARCH, seatsIn } from '../rotations/a-company.ts'

t.test(
  'nothing is planned for somebody on exempt days, and the days beside them are as before',
  async (t) => {
    const { db, draft, as, bo, lars, helge } = await aRotation(t)
    const seatsOf = async (period: object) => {
      const seats = seatsIn((await draft(period)).json() as DraftBody)
      return seats.filter((seat) => seat.startsWith('Bo Berg'))
    }
    const before = await seatsOf(MARCH)
    t.ok(
      before.some((seat) => seat < 'Bo Berg 2027-03-29'),
      'Bo is needed before the 29th'
    )
    const asked = await as(bo).post('/api/exemptions', {
      fromOn: '2027-03-08',
      toOn: '2027-03-29',
      reason: 'role'
    })
    t.strictSame(await seatsOf(MARCH), before, 'asking changes nothing')
    for (const who of [lars, helge]) await as(who).post(`/api/exemptions/${asked.json().id}/approval`)
    for (const seat of await seatsOf(MARCH)) t.ok(seat >= 'Bo Berg 2027-03-29', seat)

    await db.update(exemptions).set({ toOn: '2027-04-05' }).where(eq(exemptions.employeeId, bo.id))
    t.strictSame(await seatsOf(MARCH), [])
  }
)

t.test('a draft that puts somebody on days that became exempt is not published', async (t) => {
  const { draft, publish, as, bo, lars, helge } = await aRotation(t)
  const { id } = (await draft()).json()
  const asked = await as(bo).post('/api/exemptions', {
    fromOn: '2027-03-08',
    toOn: '2027-04-05',
    reason: 'role'
  })
  for (const who of [lars, helge]) await as(who).post(`/api/exemptions/${asked.json().id}/approval`)
  const reply = await publish(id)
  t.match(reply.json(), { status: 409, code: 'PUBLICATION_STALE' })
  t.match(reply.body, /Bo Berg/)
})
