import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { aRotation, type DraftBody } from '../rotations/a-company.ts'
import { amaraAsksBo, amaraAsksFor, auditOf, drainNotices, swapCompany, toldOf } from './swaps-cast.ts'

t.test(
  'what a deactivated person proposed closes, and whoever was asked is told (grafana/oncall#4343)',
  async (t) => {
    const company = await swapCompany(t)
    const { db, as, amara, bo, helge, lars, answer } = company
    const swap = await amaraAsksBo(company)
    await drainNotices(db)
    t.equal((await as(helge).post(`/api/employees/${amara.id}/deactivation`)).statusCode, 200)
    t.match((await answer(bo, swap.id, 'acceptance')).json(), {
      status: 409,
      code: 'SWAP_NOT_OPEN',
      details: { state: 'closed', cause: 'deactivated' }
    })
    t.match(await toldOf(db, 'swap-closed'), [{ employeeId: bo.id, cause: 'deactivated', todo: 'nothing' }])
    t.strictSame(await drainNotices(db), [
      `employee-deactivated ${lars.id}`,
      `guest-left ${company.hanna.id}`,
      `swap-closed ${bo.id}`
    ])
    t.match(await auditOf(db, 'swap.closed'), [
      { actorId: helge.id, objectId: swap.id, after: { cause: 'deactivated' } }
    ])
    const open = (await as(company.eva).get('/api/me/open-seats')).json().items
    t.match(
      open.find(({ shiftId }: { shiftId: string }) => shiftId === company.first.id),
      { isWhole: true },
      'their shift is an open seat'
    )
  }
)

t.test('when one of several people asked is deactivated the others may still say yes', async (t) => {
  const company = await swapCompany(t)
  const { db, as, amara, bo, eva, helge, answer } = company
  const swap = await amaraAsksFor(company, [bo, eva])
  await drainNotices(db)
  await as(helge).post(`/api/employees/${bo.id}/deactivation`)
  t.match(await toldOf(db, 'swap-closed'), [{ employeeId: amara.id, isOver: false, todo: 'nothing' }])
  t.equal((await answer(eva, swap.id, 'acceptance')).statusCode, 200)
})

t.test(
  'when the last person asked is deactivated the proposal closes and the proposer is told to try again',
  async (t) => {
    const company = await swapCompany(t)
    const { db, as, amara, bo, helge } = company
    const swap = await amaraAsksBo(company)
    await drainNotices(db)
    await as(helge).post(`/api/employees/${bo.id}/deactivation`)
    t.match(await toldOf(db, 'swap-closed'), [{ employeeId: amara.id, isOver: true, todo: 'propose-again' }])
    t.match((await as(amara).get(`/api/swaps/${swap.id}`)).json(), { state: 'closed', cause: 'deactivated' })
  }
)

t.test(
  'what everybody declined stays declined when the seat changes hands later, and nobody hears of it',
  async (t) => {
    const company = await swapCompany(t)
    const { db, as, amara, bo, eva, answer } = company
    const swap = await amaraAsksBo(company)
    await answer(bo, swap.id, 'decline')
    const other = await amaraAsksFor(company, [eva])
    await drainNotices(db)
    t.equal((await answer(eva, other.id, 'acceptance')).statusCode, 200)
    t.strictSame(await drainNotices(db), [`swap-accepted ${amara.id}`, `swap-accepted ${eva.id}`].sort())
    t.match((await as(amara).get(`/api/swaps/${swap.id}`)).json(), { state: 'declined', cause: null })
  }
)

t.test('who calls in sick takes what was proposed about today’s shift with it', async (t) => {
  const company = await swapCompany(t)
  const { db, as, clock, amara, eva, answer } = company
  clock.set('2027-03-08T06:00:00Z')
  const swap = await amaraAsksFor(company, [eva])
  await drainNotices(db)
  const sick = await as(amara).post('/api/me/sick-days', {})
  t.ok(sick.statusCode < 300, sick.body)
  t.match((await answer(eva, swap.id, 'acceptance')).json(), {
    details: { state: 'closed', cause: 'absence' }
  })
  const told = (await drainNotices(db)).filter((notice) => notice.startsWith('swap-closed'))
  t.strictSame(told, [`swap-closed ${amara.id}`, `swap-closed ${eva.id}`].sort())
})

/** A published month, and a cover of a guest's first seat that was asked of Gustav, who is free. */
async function aPublishedCover(t: Test) {
  const company = await aRotation(t)
  const { db, as, draft, publish, product } = company
  const firstDraft = (await draft()).json() as DraftBody
  const publication = (await publish(firstDraft.id)).json() as { id: string }
  const gustav = await insertEmployee(db, 'Gustav Guest', product)
  const rows = await db
    .select({ id: assignments.id, employeeId: employees.id, startsAt: assignments.startsAt })
    .from(assignments)
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(eq(employees.isHost, false))
    .orderBy(assignments.startsAt)
  const seat = rows[0]!
  const holder = { id: seat.employeeId }
  const asks = [{ employeeId: gustav.id }]
  const reply = await as(holder).post('/api/swaps', { giveAssignmentId: seat.id, asks })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  await db.delete(notices)
  const swap = reply.json() as { id: string }
  return { ...company, publication, gustav, holder, seat, swap }
}

t.test('a reverted publication takes the proposals about its seats with it, both are told', async (t) => {
  const { db, as, hr, publication, gustav, holder, swap } = await aPublishedCover(t)
  t.equal((await hr.post(`/api/publications/${publication.id}/reversion`)).statusCode, 200)
  t.match((await as(gustav).post(`/api/swaps/${swap.id}/acceptance`)).json(), {
    details: { state: 'closed', cause: 'reverted' }
  })
  const told = (await toldOf(db, 'swap-closed')).map(({ employeeId }) => employeeId)
  t.strictSame(told.sort(), [gustav.id, holder.id].sort())
})

t.test(
  'a shift that is moved by a publication takes its proposal with it (grafana/oncall#4182)',
  async (t) => {
    const { db, as, hr, draft, publish, rotation, gustav, holder, seat, swap } = await aPublishedCover(t)
    const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '14:00' }))
    t.equal((await hr.patch(`/api/rotations/${rotation.id}`, { slots })).statusCode, 200)
    const longer = (await draft()).json() as DraftBody
    const reply = await publish(longer.id)
    t.equal(reply.statusCode, 201, reply.body)
    const view = (await as(holder).get(`/api/swaps/${swap.id}`)).json()
    t.match(view, { state: 'closed' })
    t.match(view.cause, /moved|changed_hands/)
    const told = (await toldOf(db, 'swap-closed')).map(({ employeeId }) => employeeId)
    t.strictSame(told.sort(), [gustav.id, holder.id].sort())
    const [kept] = await db.select().from(assignments).where(eq(assignments.id, seat.id))
    if (view.cause !== 'moved') return
    t.equal(kept!.releasedAt, null)
    t.match(
      (await toldOf(db, 'rotation-published')).find(({ employeeId }) => employeeId === holder.id),
      { moved: [{ startsAt: seat.startsAt.toISOString() }] },
      'whoever keeps the seat hears that it ends later'
    )
  }
)

t.test('a publication that changes nothing of the seat leaves the proposal open', async (t) => {
  const { db, as, draft, publish, holder, swap } = await aPublishedCover(t)
  t.equal((await publish(((await draft()).json() as DraftBody).id)).statusCode, 201)
  t.strictSame(await toldOf(db, 'swap-closed'), [])
  t.match((await as(holder).get(`/api/swaps/${swap.id}`)).json(), { state: 'proposed' })
})

t.test('a shift that the rotation drops takes its proposal with it', async (t) => {
  const { as, hr, draft, publish, rotation, holder, swap } = await aPublishedCover(t)
  const slots = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '10:00', endsAt: '14:00' }))
  t.equal((await hr.patch(`/api/rotations/${rotation.id}`, { slots })).statusCode, 200)
  const reply = await publish(((await draft()).json() as DraftBody).id)
  t.equal(reply.statusCode, 201, reply.body)
  t.match((await as(holder).get(`/api/swaps/${swap.id}`)).json(), { state: 'closed', cause: 'cancelled' })
})

t.test('after a swap only the new holder hears of the shift (grafana/oncall#3096)', async (t) => {
  const { db, as, hr, publication, gustav, holder, swap } = await aPublishedCover(t)
  t.equal((await as(gustav).post(`/api/swaps/${swap.id}/acceptance`)).statusCode, 200)
  await db.delete(notices)
  await hr.post(`/api/publications/${publication.id}/reversion`)
  const [told] = (await toldOf(db, 'publication-reverted')).filter(
    ({ employeeId }) => employeeId === holder.id
  )
  const released = (told?.released ?? []) as { startsAt: string }[]
  const [seat] = await db.select().from(assignments).where(eq(assignments.employeeId, gustav.id))
  t.notOk(released.some(({ startsAt }) => startsAt === seat!.startsAt.toISOString()))
})
