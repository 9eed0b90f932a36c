import t from 'tap'
import { tellOfExpiredSwaps } from '../../../src/swaps/tell-of-expired-swaps.ts'
import { amaraAsksBo, amaraAsksFor, drainNotices, swapCompany } from './swaps-cast.ts'

t.test('who waits in vain is told once, also by two replicas at the same moment', async (t) => {
  const company = await swapCompany(t)
  const { db, clock, amara, answer, ada } = company
  await amaraAsksBo(company, { expiresAt: '2027-03-02T08:00:00Z' })
  const declined = await amaraAsksFor(company, [ada], { expiresAt: '2027-03-02T08:00:00Z' })
  await answer(ada, declined.id, 'decline')
  await drainNotices(db)
  const job = { db, now: clock.now, actor: null, requestId: null }
  clock.set('2027-03-02T07:59:59Z')
  await tellOfExpiredSwaps(job)
  t.strictSame(await drainNotices(db), [], 'not before its time')
  clock.set('2027-03-02T08:00:00Z')
  await Promise.all([tellOfExpiredSwaps(job), tellOfExpiredSwaps(job)])
  await tellOfExpiredSwaps(job)
  t.strictSame(await drainNotices(db), [`swap-expired ${amara.id}`])
})

t.test('an agreement that no lead approved in time is told to both sides', async (t) => {
  const company = await swapCompany(t, { swapsNeedApproval: true })
  const { db, clock, amara, bo, answer } = company
  const swap = await amaraAsksBo(company, { expiresAt: '2027-03-02T08:00:00Z' })
  await answer(bo, swap.id, 'acceptance')
  await drainNotices(db)
  clock.set('2027-03-02T08:00:00Z')
  await tellOfExpiredSwaps({ db, now: clock.now, actor: null, requestId: null })
  t.strictSame(await drainNotices(db), [`swap-expired ${amara.id}`, `swap-expired ${bo.id}`].sort())
})
