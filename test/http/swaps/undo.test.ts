import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { amaraAsksBo, amaraAsksFor, auditOf, drainNotices, seatOf, swapCompany } from './swaps-cast.ts'

t.test('either side undoes a swap within half an hour: the very same seats come back', async (t) => {
  for (const side of ['amara', 'bo'] as const) {
    const company = await swapCompany(t)
    const { db, clock, amara, bo, amaras, bos, answer, seats } = company
    const before = await seats()
    const swap = await amaraAsksBo(company)
    await answer(bo, swap.id, 'acceptance')
    await drainNotices(db)
    clock.set('2027-03-01T08:29:59Z')
    const reply = await answer(company[side], swap.id, 'undo')
    t.match(reply.json(), { state: 'undone' }, reply.body)
    t.strictSame(await seats(), before)
    t.equal((await seatOf(db, company.first, amara)).id, amaras.id)
    t.equal((await seatOf(db, company.third, bo)).id, bos.id)
    t.strictSame(await drainNotices(db), [`swap-undone ${amara.id}`, `swap-undone ${bo.id}`].sort())
    t.match(await auditOf(db, 'swap.undone'), [{ actorId: company[side].id, objectId: swap.id }])
    t.match((await answer(company[side], swap.id, 'undo')).json(), {
      code: 'SWAP_NOT_OPEN',
      details: { state: 'undone' }
    })
  }
})

t.test('after the window it cannot be undone, and the rotation says how long it is', async (t) => {
  const company = await swapCompany(t)
  const { db, clock, amara, bo, answer, rotation } = company
  const swap = await amaraAsksBo(company)
  await answer(bo, swap.id, 'acceptance')
  clock.set('2027-03-01T08:30:00Z')
  t.match((await answer(amara, swap.id, 'undo')).json(), {
    status: 409,
    code: 'UNDO_TOO_LATE',
    details: { until: '2027-03-01T08:30:00.000Z' }
  })
  await db.update(rotations).set({ undoMinutes: 0 }).where(eq(rotations.id, rotation.id))
  const later = await company.propose(bo, {
    giveAssignmentId: (await seatOf(db, company.first, bo)).id,
    asks: [{ employeeId: amara.id }]
  })
  await answer(amara, later.json().id, 'acceptance')
  t.match((await answer(amara, later.json().id, 'undo')).json(), { code: 'UNDO_TOO_LATE' })
})

t.test('what has begun is not undone, however short ago it was agreed', async (t) => {
  const company = await swapCompany(t)
  const { clock, eva, amara, answer } = company
  clock.set('2027-03-08T07:55:00Z')
  const swap = await amaraAsksFor(company, [eva])
  await answer(eva, swap.id, 'acceptance')
  clock.set('2027-03-08T08:00:00Z')
  t.match((await answer(amara, swap.id, 'undo')).json(), { code: 'UNDO_TOO_LATE' })
})

t.test('a seat that has changed hands since cannot be given back by undoing the first swap', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, ada, eva, propose, answer, first } = company
  const swap = await amaraAsksFor(company, [eva])
  await answer(eva, swap.id, 'acceptance')
  const evas = await seatOf(db, first, eva)
  const onward = (await propose(eva, { giveAssignmentId: evas.id, asks: [{ employeeId: ada.id }] })).json()
  t.equal((await answer(ada, onward.id, 'acceptance')).statusCode, 200, 'a swap of a swap')
  t.match((await answer(amara, swap.id, 'undo')).json(), {
    status: 409,
    code: 'SEATS_MOVED_ON',
    details: { assignmentIds: [evas.id] }
  })
  t.equal((await answer(eva, onward.id, 'undo')).statusCode, 200)
  t.equal((await answer(amara, swap.id, 'undo')).statusCode, 200, 'in turn it can')
})

t.test('undoing obeys the rules of the moment', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, eva, answer } = company
  const swap = await amaraAsksFor(company, [eva])
  await answer(eva, swap.id, 'acceptance')
  const away = { startsAt: new Date('2027-03-08T00:00:00Z'), endsAt: new Date('2027-03-09T00:00:00Z') }
  await db.insert(absences).values({ employeeId: amara.id, kind: 'leave', ...away })
  const before = await company.seats()
  t.match((await answer(eva, swap.id, 'undo')).json(), {
    code: 'SWAP_NOT_ALLOWED',
    details: [{ rule: 'absent', employeeId: amara.id }]
  })
  t.strictSame(await company.seats(), before)
})

t.test('proposals about a seat that is given back close', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, ada, eva, propose, answer, first } = company
  const swap = await amaraAsksFor(company, [eva])
  await answer(eva, swap.id, 'acceptance')
  const evas = await seatOf(db, first, eva)
  const onward = (await propose(eva, { giveAssignmentId: evas.id, asks: [{ employeeId: ada.id }] })).json()
  await drainNotices(db)
  await answer(amara, swap.id, 'undo')
  t.match((await answer(ada, onward.id, 'acceptance')).json(), {
    code: 'SWAP_NOT_OPEN',
    details: { state: 'closed', cause: 'changed_hands' }
  })
  t.same(
    (await drainNotices(db)).filter((notice) => notice.startsWith('swap-closed')),
    [`swap-closed ${eva.id}`, `swap-closed ${ada.id}`].sort()
  )
})

t.test('a seat given up keeps its history', async (t) => {
  const company = await swapCompany(t)
  const { db, eva, answer, amaras } = company
  const swap = await amaraAsksFor(company, [eva])
  await answer(eva, swap.id, 'acceptance')
  const [given] = await db.select().from(assignments).where(eq(assignments.id, amaras.id))
  t.match(given, { employeeId: company.amara.id, releasedAt: new Date('2027-03-01T08:00:00Z') })
})
