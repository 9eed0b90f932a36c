import t from 'tap'
import { amaraAsksBo, amaraAsksFor, auditOf, drainNotices, swapCompany, toldOf } from './swaps-cast.ts'

t.test('where the rotation says so a lead approves before the seats change hands', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { db, as, amara, bo, lars, answer, seats } = company
  const before = await seats()
  const swap = await amaraAsksBo(company)
  t.match(
    (await answer(lars, swap.id, 'approval')).json(),
    { details: { state: 'proposed' } },
    'nothing to approve yet'
  )
  await drainNotices(db)
  t.match((await answer(bo, swap.id, 'acceptance')).json(), {
    state: 'awaiting_approval',
    needsApproval: true
  })
  t.strictSame(await seats(), before)
  t.strictSame(
    await drainNotices(db),
    [`swap-awaits-approval ${amara.id}`, `swap-awaits-approval ${bo.id}`, `swap-to-approve ${lars.id}`].sort()
  )
  t.match((await as(lars).get('/api/me/swaps?view=to_approve')).json().items, [{ id: swap.id }])
  t.strictSame((await as(company.sofie).get('/api/me/swaps?view=to_approve')).json().items, [])

  for (const side of [amara, bo]) t.equal((await answer(side, swap.id, 'approval')).statusCode, 403)
  t.match((await answer(lars, swap.id, 'approval')).json(), { state: 'accepted' })
  t.strictSame(await seats(), ['Amara 03-22 08:00-12:00', 'Bo 03-08 08:00-12:00'])
  t.match(await auditOf(db, 'swap.approved'), [{ actorId: lars.id }])
  t.match(await toldOf(db, 'swap-accepted'), [{ by: { name: 'Lars Lead' } }, { by: { name: 'Lars Lead' } }])
})

t.test('the lead’s no is told to both with the reason, and nothing changes hands', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { db, amara, bo, lars, answer, seats } = company
  const before = await seats()
  const swap = await amaraAsksBo(company)
  await answer(bo, swap.id, 'acceptance')
  await drainNotices(db)
  t.match((await answer(lars, swap.id, 'refusal', { reason: 'Release week' })).json(), { state: 'refused' })
  t.match(await toldOf(db, 'swap-refused'), [{ reason: 'Release week' }, { reason: 'Release week' }])
  t.strictSame(await drainNotices(db), [`swap-refused ${amara.id}`, `swap-refused ${bo.id}`].sort())
  t.strictSame(await seats(), before)
  t.match((await answer(lars, swap.id, 'approval')).json(), { details: { state: 'refused' } })
})

t.test('while it waits for approval nobody else can accept it, and either side may step back', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { db, amara, ada, eva, lars, answer } = company
  const swap = await amaraAsksFor(company, [ada, eva])
  await answer(eva, swap.id, 'acceptance')
  t.match((await answer(ada, swap.id, 'acceptance')).json(), { details: { state: 'awaiting_approval' } })
  await drainNotices(db)
  t.match((await answer(eva, swap.id, 'withdrawal')).json(), { state: 'withdrawn' })
  t.strictSame(
    await drainNotices(db),
    [`swap-withdrawn ${amara.id}`],
    'ada was told before that it is not hers'
  )
  t.equal((await answer(lars, swap.id, 'approval')).statusCode, 409)
})

t.test('an agreement waiting for approval expires as well', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { clock, bo, lars, answer } = company
  const swap = await amaraAsksBo(company, { expiresAt: '2027-03-03T08:00:00Z' })
  await answer(bo, swap.id, 'acceptance')
  clock.set('2027-03-03T08:00:00Z')
  t.match((await answer(lars, swap.id, 'approval')).json(), { details: { state: 'expired' } })
})
