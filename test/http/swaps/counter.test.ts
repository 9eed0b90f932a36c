import t from 'tap'
import { insertAssignment } from '../../helpers/shifts.ts'
import { amaraAsksBo, amaraAsksFor, drainNotices, seatOf, swapCompany } from './swaps-cast.ts'

t.test('not that one, but this: a counter-proposal is a no and a proposal of one’s own', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, bo, amaras, bos, propose, answer, seats } = company
  const offer = (await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: bo.id }] })).json()
  await drainNotices(db)
  const reply = await answer(bo, offer.id, 'counter-proposal', {
    assignmentId: bos.id,
    message: 'Then take mine'
  })
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    kind: 'swap',
    state: 'proposed',
    proposer: { id: bo.id },
    counterOf: offer.id,
    give: { assignmentId: bos.id },
    asks: [{ employee: { id: amara.id }, take: { assignmentId: amaras.id } }]
  })
  t.strictSame(await drainNotices(db), [`swap-asked ${amara.id}`])
  t.match((await company.as(amara).get(`/api/swaps/${offer.id}`)).json(), { state: 'declined' })
  t.equal((await answer(amara, reply.json().id, 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Amara 03-22 08:00-12:00', 'Bo 03-08 08:00-12:00'])
})

t.test('only a part of it: who is asked to cover answers with the hours they can', async (t) => {
  const company = await swapCompany(t)
  const { amara, eva, answer, seats } = company
  const offer = await amaraAsksFor(company, [eva])
  const part = { startsAt: '2027-03-08T10:00:00Z', endsAt: '2027-03-08T12:00:00Z' }
  const reply = await answer(eva, offer.id, 'counter-proposal', { part })
  t.equal(reply.statusCode, 201, reply.body)
  t.equal((await answer(amara, reply.json().id, 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Amara 03-08 08:00-10:00', 'Bo 03-22 08:00-12:00', 'Eva 03-08 10:00-12:00'])
})

t.test(
  'the first proposal stays open to the others asked, and closes when the counter is accepted',
  async (t) => {
    const company = await swapCompany(t)
    const { db, amara, ada, bo, bos, answer } = company
    const offer = await amaraAsksFor(company, [bo, ada])
    const counter = (await answer(bo, offer.id, 'counter-proposal', { assignmentId: bos.id })).json()
    t.match((await company.as(amara).get(`/api/swaps/${offer.id}`)).json(), { state: 'proposed' })
    await drainNotices(db)
    t.equal((await answer(amara, counter.id, 'acceptance')).statusCode, 200)
    t.match((await answer(ada, offer.id, 'acceptance')).json(), {
      details: { state: 'closed', cause: 'changed_hands' }
    })
    t.ok((await drainNotices(db)).includes(`swap-closed ${ada.id}`))
  }
)

t.test('for a swap a counter may ask nothing in return, or offer another seat', async (t) => {
  const company = await swapCompany(t)
  const { db, bo, second, answer } = company
  const another = await insertAssignment(db, second, bo)
  const offer = await amaraAsksBo(company)
  const same = await answer(bo, offer.id, 'counter-proposal', { assignmentId: company.bos.id })
  t.match(same.json(), { status: 400, code: 'SWAP_NOT_VALID', details: [{ field: 'assignmentId' }] })
  const reply = await answer(bo, offer.id, 'counter-proposal', { assignmentId: another.id })
  t.match(reply.json(), { give: { shiftId: second.id } }, reply.body)
  t.equal((await seatOf(db, second, bo)).id, another.id)
})

t.test('a counter-proposal that the rules forbid leaves the first proposal as it was', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, hannas, answer } = company
  const offer = await amaraAsksFor(company, [company.eva])
  await drainNotices(db)
  const wrong = await answer(company.eva, offer.id, 'counter-proposal', { assignmentId: hannas.id })
  t.equal(wrong.statusCode, 403, 'a seat that is not hers')
  t.match((await company.as(amara).get(`/api/swaps/${offer.id}`)).json(), { state: 'proposed' })
  t.strictSame(await drainNotices(db), [])
})
