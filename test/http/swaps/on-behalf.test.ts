import t from 'tap'
import { amaraAsksBo, amaraAsksFor, auditOf, drainNotices, swapCompany, toldOf } from './swaps-cast.ts'

t.test('a lead acts for somebody who fell ill: it is logged, and they are told', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, eva, lars, amaras, propose, answer, seats } = company
  const reply = await propose(lars, { giveAssignmentId: amaras.id, asks: [{ employeeId: eva.id }] })
  t.match(reply.json(), { proposer: { id: amara.id }, createdBy: { name: 'Lars Lead' } }, reply.body)
  t.match(await toldOf(db, 'swap-proposed-for-you'), [{ employeeId: amara.id, by: { name: 'Lars Lead' } }])
  t.match(await auditOf(db, 'swap.proposed'), [{ actorId: lars.id, after: { proposerId: amara.id } }])
  t.match((await answer(lars, reply.json().id, 'acceptance', { onBehalfOf: eva.id })).json(), {
    status: 403,
    code: 'SPEAKS_FOR_BOTH'
  })
  t.equal((await answer(eva, reply.json().id, 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Bo 03-22 08:00-12:00', 'Eva 03-08 08:00-12:00'])
})

t.test('a lead says yes or no for somebody of their team, who is told who did', async (t) => {
  const company = await swapCompany(t)
  const { db, bo, eva, lars, sofie, answer } = company
  const swap = await amaraAsksFor(company, [bo, eva])
  t.equal(
    (await answer(sofie, swap.id, 'acceptance', { onBehalfOf: bo.id })).statusCode,
    404,
    'another team’s lead'
  )
  t.equal((await answer(eva, swap.id, 'acceptance', { onBehalfOf: bo.id })).statusCode, 403, 'a colleague')
  await drainNotices(db)
  t.equal((await answer(lars, swap.id, 'decline', { onBehalfOf: bo.id })).statusCode, 200)
  t.match(await toldOf(db, 'swap-declined'), [{ by: { name: 'Lars Lead' } }, { by: { name: 'Lars Lead' } }])
  t.match(await auditOf(db, 'swap.declined'), [{ actorId: lars.id, after: { employeeId: bo.id } }])
  t.equal((await answer(lars, swap.id, 'acceptance', { onBehalfOf: eva.id })).statusCode, 200)
  t.match(await toldOf(db, 'swap-accepted'), [{ by: { name: 'Lars Lead' } }, { by: { name: 'Lars Lead' } }])
})

t.test('a lead who spoke for a side does not approve', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { bo, lars, helge, answer } = company
  const swap = await amaraAsksBo(company)
  t.match((await answer(lars, swap.id, 'acceptance', { onBehalfOf: bo.id })).json(), {
    state: 'awaiting_approval'
  })
  t.match((await answer(lars, swap.id, 'approval')).json(), { status: 403, code: 'SPEAKS_FOR_BOTH' })
  t.match((await answer(helge, swap.id, 'approval')).json(), { state: 'accepted' })
})

t.test('a lead withdraws and undoes for their people; a lead of another team does not', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, eva, lars, sofie, answer } = company
  const first = await amaraAsksFor(company, [eva])
  t.equal((await answer(sofie, first.id, 'withdrawal')).statusCode, 404)
  await drainNotices(db)
  t.match((await answer(lars, first.id, 'withdrawal')).json(), { state: 'withdrawn' })
  t.strictSame(await drainNotices(db), [`swap-withdrawn ${amara.id}`, `swap-withdrawn ${eva.id}`].sort())
  const second = await amaraAsksFor(company, [eva])
  await answer(eva, second.id, 'acceptance')
  t.match((await answer(lars, second.id, 'undo')).json(), { state: 'undone' })
})
