import { eq, ne } from 'drizzle-orm'
import t from 'tap'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'
import { amaraAsksBo, amaraAsksFor, auditOf, drainNotices, swapCompany, toldOf } from './swaps-cast.ts'

const UNSWAPPED = ['Amara 03-08 08:00-12:00', 'Bo 03-22 08:00-12:00']
const SWAPPED = ['Amara 03-22 08:00-12:00', 'Bo 03-08 08:00-12:00']

t.test('two people swap their shifts: both say yes, the seats change hands, both are told', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, bo, answer, seats } = company
  const swap = await amaraAsksBo(company, { message: 'The dentist' })
  t.match(swap, {
    kind: 'swap',
    state: 'proposed',
    proposer: { name: 'Amara Okafor' },
    give: { shiftId: company.first.id },
    asks: [{ employee: { name: 'Bo Berg' }, take: { shiftId: company.third.id }, answer: 'open' }],
    expiresAt: '2027-03-08T08:00:00.000Z'
  })
  t.strictSame(await seats(), UNSWAPPED, 'asking moves nothing')
  t.match(await toldOf(db, 'swap-asked'), [{ employeeId: bo.id, message: 'The dentist', todo: 'answer' }])
  t.strictSame(await drainNotices(db), [`swap-asked ${bo.id}`])

  const reply = await answer(bo, swap.id, 'acceptance')
  t.equal(reply.statusCode, 200, reply.body)
  t.match(reply.json(), {
    state: 'accepted',
    acceptedBy: { name: 'Bo Berg' },
    undoUntil: '2027-03-01T08:30:00.000Z'
  })
  t.strictSame(await seats(), SWAPPED, 'an accepted swap moves both seats (grafana/oncall#4538)')
  const told = await toldOf(db, 'swap-accepted')
  t.strictSame(told.map(({ employeeId }) => employeeId).sort(), [amara.id, bo.id].sort())
  t.match(
    told.find(({ employeeId }) => employeeId === amara.id),
    {
      given: [{ shiftId: company.third.id }],
      taken: [{ shiftId: company.first.id }],
      by: { name: 'Bo Berg' },
      todo: 'undo-if-wrong'
    }
  )
  t.equal((await drainNotices(db)).length, 2, 'nobody else is told')
  t.match(await auditOf(db, 'swap.carried-out'), [{ actorId: bo.id, objectId: swap.id }])
  const mine = (await company.as(amara).get('/api/me/shifts')).json().items
  t.match(mine, [{ shift: { id: company.third.id } }])
})

t.test('what was accepted cannot be accepted, declined or withdrawn again', async (t) => {
  const company = await swapCompany(t)
  const swap = await amaraAsksBo(company)
  t.equal((await company.answer(company.bo, swap.id, 'acceptance')).statusCode, 200)
  for (const [who, how] of [
    [company.bo, 'acceptance'],
    [company.bo, 'decline'],
    [company.amara, 'withdrawal']
  ] as const) {
    t.match((await company.answer(who, swap.id, how)).json(), {
      status: 409,
      code: 'SWAP_NOT_OPEN',
      details: { state: 'accepted' }
    })
  }
  t.strictSame(await company.seats(), SWAPPED)
})

t.test('a cover moves one seat; of several asked the first yes wins and the others are told', async (t) => {
  const company = await swapCompany(t)
  const { db, ada, eva, amara, answer, seats } = company
  const swap = await amaraAsksFor(company, [ada, eva])
  await drainNotices(db)
  t.equal((await answer(eva, swap.id, 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Bo 03-22 08:00-12:00', 'Eva 03-08 08:00-12:00'])
  t.strictSame(
    await drainNotices(db),
    [`swap-accepted ${amara.id}`, `swap-accepted ${eva.id}`, `swap-answered-by-another ${ada.id}`].sort()
  )
  t.match((await answer(ada, swap.id, 'acceptance')).json(), { code: 'SWAP_NOT_OPEN' })
})

t.test('a no is told to who asked, and ends it when nobody else is left to say yes', async (t) => {
  const company = await swapCompany(t)
  const { db, ada, eva, amara, answer } = company
  const swap = await amaraAsksFor(company, [ada, eva])
  await drainNotices(db)
  t.match((await answer(ada, swap.id, 'decline')).json(), { state: 'proposed' })
  t.match(await toldOf(db, 'swap-declined'), [{ employeeId: amara.id, isLast: false, todo: 'wait' }])
  t.match((await answer(ada, swap.id, 'acceptance')).json(), { code: 'SWAP_NOT_OPEN' })
  t.match((await answer(eva, swap.id, 'decline')).json(), { state: 'declined' })
  t.match((await answer(eva, swap.id, 'acceptance')).json(), { details: { state: 'declined' } })
})

t.test('who proposed takes it back, and whoever was asked is told', async (t) => {
  const company = await swapCompany(t)
  const { db, bo, amara, answer } = company
  const swap = await amaraAsksBo(company)
  t.match((await answer(bo, swap.id, 'withdrawal')).json(), { status: 403, code: 'SWAP_NOT_YOURS' })
  await drainNotices(db)
  t.match((await answer(amara, swap.id, 'withdrawal')).json(), { state: 'withdrawn' })
  t.strictSame(await drainNotices(db), [`swap-withdrawn ${bo.id}`])
  t.match((await answer(bo, swap.id, 'acceptance')).json(), { details: { state: 'withdrawn' } })
  t.strictSame(await company.seats(), UNSWAPPED)
})

t.test('a proposal expires by the clock, without a job', async (t) => {
  const company = await swapCompany(t)
  const { clock, bo, amara, answer, as } = company
  const swap = await amaraAsksBo(company, { expiresAt: '2027-03-02T08:00:00Z' })
  clock.set('2027-03-02T08:00:00Z')
  t.match((await answer(bo, swap.id, 'acceptance')).json(), {
    code: 'SWAP_NOT_OPEN',
    details: { state: 'expired' }
  })
  t.match((await as(amara).get(`/api/swaps/${swap.id}`)).json(), { state: 'expired' })
  t.strictSame(await company.seats(), UNSWAPPED)
})

t.test('a proposal ends when its first shift begins, at the latest', async (t) => {
  const company = await swapCompany(t)
  const { propose, amara, bo, amaras } = company
  const body = (expiresAt: string) => ({
    giveAssignmentId: amaras.id,
    asks: [{ employeeId: bo.id }],
    expiresAt
  })
  for (const wrong of ['2027-03-08T08:00:01Z', '2027-03-01T08:00:00Z']) {
    t.match((await propose(amara, body(wrong))).json(), {
      status: 400,
      code: 'SWAP_NOT_VALID',
      details: [{ field: 'expiresAt' }]
    })
  }
  company.clock.set('2027-03-08T07:00:00Z')
  const near = (await propose(amara, { ...body(''), expiresAt: undefined })).json()
  t.equal(near.expiresAt, '2027-03-08T08:00:00.000Z')
})

t.test('strangers do not learn that a proposal exists', async (t) => {
  const company = await swapCompany(t)
  const swap = await amaraAsksBo(company)
  for (const how of ['acceptance', 'decline', 'withdrawal', 'undo', 'approval']) {
    t.match((await company.answer(company.eva, swap.id, how)).json(), { status: 404, code: 'SWAP_NOT_FOUND' })
  }
  t.equal((await company.as(company.eva).get(`/api/swaps/${swap.id}`)).statusCode, 404)
  t.equal(
    (await company.as(company.sofie).get(`/api/swaps/${swap.id}`)).statusCode,
    404,
    'a lead of another team'
  )
  for (const who of [company.amara, company.bo, company.lars, company.helge, company.ada]) {
    t.equal((await company.as(who).get(`/api/swaps/${swap.id}`)).statusCode, 200)
  }
})

t.test(
  'people see what they were asked and what they offered; who else was asked is the asker’s',
  async (t) => {
    const company = await swapCompany(t)
    const { as, amara, ada, eva } = company
    const swap = await amaraAsksFor(company, [eva, ada])
    t.match((await as(eva).get('/api/me/swaps?view=asked')).json().items, [
      { id: swap.id, asks: [{ employee: { id: eva.id } }], othersAsked: 1 }
    ])
    t.strictSame((await as(eva).get('/api/me/swaps?view=offered')).json().items, [])
    t.match((await as(amara).get('/api/me/swaps?view=offered')).json().items, [
      { id: swap.id, asks: [{}, {}], othersAsked: 0 }
    ])
  }
)

t.test(
  'what waits for an answer comes first, however much was asked since, and thirty at a time',
  async (t) => {
    const company = await swapCompany(t)
    const { db, amara, bo, answer } = company
    for (let ask = 0; ask < 30; ask += 1)
      t.equal((await answer(amara, (await amaraAsksBo(company)).id, 'withdrawal')).statusCode, 200)
    const waiting = await amaraAsksBo(company)
    const createdAt = new Date('2027-02-01T08:00:00Z')
    await db.update(proposals).set({ createdAt }).where(eq(proposals.id, waiting.id))
    const pageAt = async (url: string) =>
      (await company.as(bo).send('GET', url, { headers: { accept: 'text/html' } })).body
    const acceptance = `/swaps/${waiting.id}/acceptance`
    const only = await pageAt('/swaps')
    t.match(only, acceptance)
    t.notMatch(only, 'href="/swaps?cursor=', 'nothing else waits')

    // The thirty as if nobody had taken them back.
    await db
      .update(proposals)
      .set({ withdrawnAt: null, withdrawnBy: null })
      .where(ne(proposals.id, waiting.id))
    await db.update(proposalAsks).set({ closedAt: null })
    const first = await pageAt('/swaps')
    t.notMatch(first, acceptance)
    const [, further] = first.match(/href="(\/swaps\?cursor=[^"]+)"/) ?? []
    const second = await pageAt(further ?? '/swaps')
    t.match(second, acceptance)
    t.match(second, /href="\/swaps"/, 'and the way back')
    t.notMatch(second, 'href="/swaps?cursor=', 'there is nothing after it')
    t.equal((await company.as(bo).get('/swaps?cursor=none')).statusCode, 400)
  }
)
