import { eq } from 'drizzle-orm'
import t from 'tap'
import { notices } from '../../../db/schema/notices.ts'
import { testAppOn } from '../../helpers/app.ts'
import { promisedMornings } from './absences-cast.ts'

type Named = { employeeId: string }[]
type Found = { employee: { id: string } }[]

t.test('whoever is named in the notice is who "find me a taker" names, in the same order', async (t) => {
  const { as, amara, bo, eva, lars, told, seats } = await promisedMornings(t)
  await as(bo).put('/api/me/wishes', { wishes: [{ weekday: 4, part: 'day', level: 'ask_nicely' }] })
  await as(eva).put('/api/me/wishes', { wishes: [{ weekday: 4, part: 'day', level: 'love' }] })
  await as(amara).post('/api/me/absences', { fromOn: '2027-03-04', kind: 'leave' })
  const [notice] = (await told(lars)) as unknown as [{ facts: { shifts: [{ replacements: Named }] } }]
  const named = notice.facts.shifts[0].replacements.map(({ employeeId }) => employeeId)
  const found = await as(lars).get(`/api/assignments/${seats.thursday.id}/takers?limit=5`)
  t.equal(found.statusCode, 200, found.body)
  t.strictSame(
    (found.json().items as Found).map(({ employee }) => employee.id),
    named
  )
  t.equal(named[0], eva.id)
})

t.test('a cover that was proposed of the seat ends with it, and both sides are told', async (t) => {
  const { as, amara, bo, seats, kindsTo } = await promisedMornings(t)
  const proposal = await as(amara).post('/api/swaps', {
    giveAssignmentId: seats.tuesday.id,
    asks: [{ employeeId: bo.id }]
  })
  t.equal(proposal.statusCode, 201, proposal.body)
  await as(amara).post('/api/me/sick-days', {})
  t.match((await as(amara).get(`/api/swaps/${proposal.json().id}`)).json(), {
    state: 'closed',
    cause: 'absence'
  })
  for (const who of [amara, bo]) t.ok((await kindsTo(who)).includes('swap-closed'), who.name)
  const accepted = await as(bo).post(`/api/swaps/${proposal.json().id}/acceptance`)
  t.equal(accepted.statusCode, 409, accepted.body)
})

t.test('the first of the five takes the seat, and it is filled', async (t) => {
  const { as, amara, tuesday, db } = await promisedMornings(t)
  await as(amara).post('/api/me/sick-days', {})
  const offers = await db.select().from(notices).where(eq(notices.kind, 'seat-offered'))
  const first = offers.find(({ facts }) => facts.rank === 1)!
  const taken = await as({ id: first.employeeId }).post(`/api/shifts/${tuesday.id}/seats`)
  t.equal(taken.statusCode, 201, taken.body)
  t.match((await as(amara).get(`/api/shifts/${tuesday.id}`)).json(), { openSeats: 0 })
  const back = await as(amara).post(`/api/shifts/${tuesday.id}/seats`)
  t.ok([403, 409].includes(back.statusCode), 'who is ill cannot take it back')
})

t.test('who takes over a part is flagged for that part alone', async (t) => {
  const { as, amara, bo, seats, flags } = await promisedMornings(t)
  const part = { startsAt: '2027-03-04T10:00:00Z', endsAt: '2027-03-04T12:00:00Z' }
  const proposal = await as(amara).post('/api/swaps', {
    giveAssignmentId: seats.thursday.id,
    part,
    asks: [{ employeeId: bo.id }]
  })
  t.equal(proposal.statusCode, 201, proposal.body)
  t.equal((await as(bo).post(`/api/swaps/${proposal.json().id}/acceptance`)).statusCode, 200)
  const morning = { startsAt: '2027-03-04T08:00:00Z', endsAt: '2027-03-04T10:00:00Z', kind: 'leave' }
  t.strictSame((await as(bo).post('/api/me/absences', morning)).json().shiftsInTheWay, [])
  t.strictSame(await flags(bo), [false])
  t.equal((await as(amara).post('/api/me/absences', morning)).json().shiftsInTheWay.length, 1)
  t.ok((await flags(amara)).includes(true))
})

t.test(
  'ill and asked to cover at the same moment: either the seat changed hands or it is open, never both',
  async (t) => {
    const { as, amara, bo, seats, tuesday, db } = await promisedMornings(t)
    const other = await testAppOn(t, db, { now: '2027-03-02T06:00:00Z' })
    const proposal = await as(amara).post('/api/swaps', {
      giveAssignmentId: seats.tuesday.id,
      asks: [{ employeeId: bo.id }]
    })
    const [sick, accepted] = await Promise.all([
      as(amara).post('/api/me/sick-days', {}),
      other.as(bo).post(`/api/swaps/${proposal.json().id}/acceptance`)
    ])
    t.equal(sick.statusCode, 201, sick.body)
    const released = sick.json().released.length
    const { people } = (await as(amara).get(`/api/shifts/${tuesday.id}`)).json()
    const names = (people as { name: string }[]).map(({ name }) => name)
    t.notOk(names.includes('Amara Okafor'))
    t.equal(names.includes('Bo Berg'), accepted.statusCode === 200, accepted.body)
    t.equal(released, accepted.statusCode === 200 ? 0 : 1)
  }
)
