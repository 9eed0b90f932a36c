import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { letBothGo } from './at-the-gate.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

async function amaraConfirmed(t: Test) {
  const world = await amaraWorkedAShift(t)
  const { id: entryId } = (await world.confirm(world.amara)).json()
  const correct = (who: { id: string }, minutes: number, reason = 'It was not so', id: string = entryId) =>
    world.as(who).post(`/api/hours/${id}/correction`, { minutes, reason })
  return { ...world, entryId, correct }
}

t.test('a correction appends the difference, and the old value stays with who and why', async (t) => {
  const { amara, seat, entryId, correct, entries } = await amaraConfirmed(t)
  const reply = await correct(amara, 200, 'Left early')
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    minutes: -40,
    correctsId: entryId,
    reason: 'Left early',
    enteredBy: { id: amara.id }
  })
  t.match(await entries(), [
    { id: entryId, minutes: 240, correctsId: null },
    { minutes: -40, correctsId: entryId, kind: 'worked', onDay: '2027-03-01', assignmentId: seat.id }
  ])
})

t.test('a further correction hangs on the latest entry, whichever of the chain is named', async (t) => {
  const { amara, lars, entryId, correct, entries } = await amaraConfirmed(t)
  const second = (await correct(amara, 200)).json().id
  const third = (await correct(lars, 260, 'Stayed after all')).json()
  t.match(third, { minutes: 60, correctsId: second })
  const fourth = (await correct(amara, 230, 'No, like this', second)).json()
  t.match(fourth, { minutes: -30, correctsId: third.id })
  const minutes = (await entries()).map((entry) => entry.minutes)
  t.equal(
    minutes.reduce((sum, each) => sum + each, 0),
    230
  )
  t.ok(entryId)
})

t.test('whoever is corrected by another is told, and the audit keeps before and after', async (t) => {
  const { amara, lars, correct, db } = await amaraConfirmed(t)
  const { id } = (await correct(lars, 180, 'Went home ill')).json()
  t.match(await db.select().from(notices), [
    {
      employeeId: amara.id,
      kind: 'hours-corrected',
      facts: { before: 240, minutes: 180, reason: 'Went home ill', by: { name: 'Lars Lead' } }
    }
  ])
  const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.action, 'hours.corrected'))
  t.match(entry, { actorId: lars.id, objectId: id, before: { minutes: 240 }, after: { minutes: 180 } })
})

t.test('a correction needs a reason, a real change and minutes that a day can hold', async (t) => {
  const { amara, as, entryId, correct, entries } = await amaraConfirmed(t)
  t.equal((await as(amara).post(`/api/hours/${entryId}/correction`, { minutes: 10 })).statusCode, 400)
  t.equal((await correct(amara, 10, ' ')).statusCode, 400)
  t.equal((await correct(amara, 1441)).statusCode, 400)
  t.match((await correct(amara, 240)).json(), { status: 409, code: 'HOURS_UNCHANGED' })
  t.equal((await entries()).length, 1)
})

t.test('own hours are corrected for 14 days, after that by a lead, by others never', async (t) => {
  const { amara, bo, sofie, helge, lars, clock, correct } = await amaraConfirmed(t)
  for (const who of [bo, sofie]) {
    t.match((await correct(who, 10)).json(), { status: 404, code: 'HOURS_ENTRY_NOT_FOUND' })
  }
  t.match((await correct(helge, 10)).json(), { status: 403, code: 'HOURS_NOT_YOURS' })
  clock.set('2027-03-15T12:00:00Z')
  t.match((await correct(amara, 10)).json(), { status: 409, code: 'HOURS_WINDOW_CLOSED' })
  t.equal((await correct(lars, 10)).statusCode, 201)
})

t.test('an entry that does not exist is not found', async (t) => {
  const { amara, correct } = await amaraConfirmed(t)
  const reply = await correct(amara, 10, 'Why not', '00000000-0000-7000-8000-000000000000')
  t.equal(reply.statusCode, 404)
})

t.test('of two corrections of the same value one wins and the other hears of it', async (t) => {
  const { amara, lars, pool, correct, entries } = await amaraConfirmed(t)
  const replies = await letBothGo(pool, amara, [() => correct(amara, 200), () => correct(lars, 300)])
  t.strictSame(replies.map((reply) => reply.statusCode).sort(), [201, 409])
  t.equal(replies.find((reply) => reply.statusCode === 409)?.json().code, 'HOURS_CORRECTED_MEANWHILE')
  t.equal((await entries()).length, 2)
})

t.test('hours carried or waived cannot be corrected here', async (t) => {
  const { amara, lars, db, correct } = await amaraConfirmed(t)
  const [carried] = await db
    .insert(ledgerEntries)
    .values({ employeeId: amara.id, kind: 'carried', minutes: -60, onDay: '2027-03-01' })
    .returning()
  t.match((await correct(lars, 0, 'Forgiven', carried!.id)).json(), {
    status: 409,
    code: 'HOURS_ENTRY_NOT_CORRECTABLE'
  })
})
