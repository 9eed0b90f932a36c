import { eq } from 'drizzle-orm'
import t from 'tap'
import { sqlStateOf } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { aRotation, type DraftBody } from '../rotations/a-company.ts'
import { amaraAsksFor, type SwapCompany, seatOf, swapCompany, toldOf } from './swaps-cast.ts'

const LATE = { startsAt: '2027-03-08T10:00:00Z', endsAt: '2027-03-08T12:00:00Z' }

async function evaCoversLate(company: SwapCompany) {
  const swap = await amaraAsksFor(company, [company.eva], { part: LATE })
  const reply = await company.answer(company.eva, swap.id, 'acceptance')
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return swap
}

t.test('a part of a shift is covered: each works their own, and sees it so', async (t) => {
  const company = await swapCompany(t)
  const { db, as, amara, eva, first, seats } = company
  await evaCoversLate(company)
  t.strictSame(await seats(), ['Amara 03-08 08:00-10:00', 'Bo 03-22 08:00-12:00', 'Eva 03-08 10:00-12:00'])
  t.match((await as(amara).get('/api/me/shifts')).json().items, [
    {
      startsAt: '2027-03-08T08:00:00.000Z',
      endsAt: '2027-03-08T10:00:00.000Z',
      shift: { id: first.id, minutes: 240 }
    }
  ])
  t.match((await as(eva).get('/api/me/shifts')).json().items, [{ startsAt: '2027-03-08T10:00:00.000Z' }])
  const page = (await as(eva).get('/')).body
  t.match(page, /datetime="2027-03-08T10:00:00.000Z"/i, 'so does the page of today')
  const shift = (await as(eva).get(`/api/shifts/${first.id}`)).json()
  t.match(shift, { openSeats: 0 })
  t.equal(shift.people.length, 3)
  t.match(await toldOf(db, 'swap-accepted'), [
    { taken: [{ startsAt: '2027-03-08T10:00:00.000Z' }] },
    { given: [{ startsAt: '2027-03-08T10:00:00.000Z', endsAt: '2027-03-08T12:00:00.000Z' }] }
  ])
})

t.test('the hours of each are those of their part', async (t) => {
  const company = await swapCompany(t)
  const { as, clock, db, amara, eva, first } = company
  await evaCoversLate(company)
  clock.set('2027-03-08T10:30:00Z')
  const amaras = await seatOf(db, first, amara)
  const evas = await seatOf(db, first, eva)
  const early = await as(amara).post(`/api/assignments/${amaras.id}/hours`, {})
  t.equal(early.statusCode, 201, early.body)
  t.match(early.json(), { minutes: 120 })
  t.match((await as(eva).post(`/api/assignments/${evas.id}/hours`, {})).json(), { code: 'SHIFT_NOT_OVER' })
  clock.set('2027-03-08T12:00:00Z')
  t.match((await as(eva).post(`/api/assignments/${evas.id}/hours`, {})).json(), { minutes: 120 })
})

t.test('a part is one end of the seat, half an hour at least, and leaves as much', async (t) => {
  const { propose, amara, eva, amaras } = await swapCompany(t)
  const at = (time: string) => `2027-03-08T${time}:00Z`
  const wrong = [
    ['08:00', '12:00'],
    ['09:00', '11:00'],
    ['08:00', '08:29'],
    ['08:29', '12:00'],
    ['07:00', '10:00'],
    ['10:00', '13:00'],
    ['12:00', '10:00']
  ] as const
  for (const [from, to] of wrong) {
    const part = { startsAt: at(from), endsAt: at(to) }
    const reply = await propose(amara, { giveAssignmentId: amaras.id, asks: [{ employeeId: eva.id }], part })
    t.match(
      reply.json(),
      { status: 400, code: 'SWAP_NOT_VALID', details: [{ field: 'part' }] },
      `${from}-${to}`
    )
  }
})

t.test('both halves keep the rules: a host is missing from the half that loses its host', async (t) => {
  const { propose, answer, hanna, sofie, eva, hannas, seats } = await swapCompany(t)
  const ask = (who: { id: string }) => ({
    giveAssignmentId: hannas.id,
    asks: [{ employeeId: who.id }],
    part: LATE
  })
  t.match((await propose(hanna, ask(eva))).json(), { details: [{ rule: 'missing-host' }] })
  const swap = (await propose(hanna, ask(sofie))).json()
  t.equal((await answer(sofie, swap.id, 'acceptance')).statusCode, 200)
  t.equal((await seats()).length, 3)
})

t.test('who is away in the other half may take this one', async (t) => {
  const { propose, amara, eva, amaras, as } = await swapCompany(t)
  const away = { startsAt: '2027-03-08T06:00:00Z', endsAt: '2027-03-08T10:00:00Z' }
  t.ok((await as(eva).post('/api/me/absences', { ...away, kind: 'leave' })).statusCode < 300)
  const whole = { giveAssignmentId: amaras.id, asks: [{ employeeId: eva.id }] }
  t.match((await propose(amara, whole)).json(), { details: [{ rule: 'absent' }] })
  t.equal((await propose(amara, { ...whole, part: LATE })).statusCode, 201)
})

t.test('undoing a cover of a part makes the seat whole again', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, amaras, first, answer, seats } = company
  const before = await seats()
  const swap = await evaCoversLate(company)
  t.equal((await answer(amara, swap.id, 'undo')).statusCode, 200)
  t.strictSame(await seats(), before)
  t.equal((await seatOf(db, first, amara)).id, amaras.id)
})

t.test('who takes back the other part holds one whole seat', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, eva, first, propose, answer, seats } = company
  await evaCoversLate(company)
  const evas = await seatOf(db, first, eva)
  const back = (await propose(eva, { giveAssignmentId: evas.id, asks: [{ employeeId: amara.id }] })).json()
  t.equal((await answer(amara, back.id, 'acceptance')).statusCode, 200)
  t.strictSame(await seats(), ['Amara 03-08 08:00-12:00', 'Bo 03-22 08:00-12:00'])
  t.match(await seatOf(db, first, amara), { partStartsAt: null, partEndsAt: null })
  t.equal((await answer(eva, back.id, 'undo')).statusCode, 200)
  t.strictSame(await seats(), ['Amara 03-08 08:00-10:00', 'Bo 03-22 08:00-12:00', 'Eva 03-08 10:00-12:00'])
})

t.test('a part is swapped on, and a part that falls open is taken as the part it is', async (t) => {
  const company = await swapCompany(t)
  const { db, as, ada, eva, helge, first, seats } = company
  await evaCoversLate(company)
  t.equal((await as(helge).post(`/api/employees/${eva.id}/deactivation`)).statusCode, 200)
  t.match((await as(ada).get(`/api/shifts/${first.id}`)).json(), { openSeats: 1 })
  t.match((await as(ada).get('/api/me/open-seats')).json().items[0], {
    shiftId: first.id,
    startsAt: '2027-03-08T10:00:00.000Z',
    minutes: 120,
    isWhole: false
  })
  t.equal((await as(ada).post(`/api/shifts/${first.id}/seats`)).statusCode, 201)
  t.ok((await seats()).includes('Ada 03-08 10:00-12:00'))
  t.match(await seatOf(db, first, ada), { partStartsAt: new Date('2027-03-08T10:00:00Z') })
})

t.test('the rest of the day is free for something else, and nobody is in two places', async (t) => {
  const company = await swapCompany(t)
  const { db, amara } = company
  await evaCoversLate(company)
  const other = await insertRotation(db, 'Atlantic')
  const shift = await insertShift(db, other, '2027-03-08T10:00:00Z', '2027-03-08T14:00:00Z')
  await insertAssignment(db, shift, amara)
  const clash = await insertShift(db, other, '2027-03-08T09:00:00Z', '2027-03-08T10:00:00Z')
  const error = await insertAssignment(db, clash, amara).catch((refused: Error) => refused)
  t.equal(sqlStateOf(error), '23P01', 'the database refuses two places at once')
})

t.test('the database keeps a part within its shift, and lets a shift move under a whole seat', async (t) => {
  const company = await swapCompany(t)
  const { db, amara, eva, first } = company
  await evaCoversLate(company)
  const evas = await seatOf(db, first, eva)
  const outside = { partEndsAt: new Date('2027-03-08T13:00:00Z') }
  const error = await db
    .update(assignments)
    .set(outside)
    .where(eq(assignments.id, evas.id))
    .catch((refused: Error) => refused)
  t.equal(sqlStateOf(error), '23514')
  await db
    .update(shifts)
    .set({ endsAt: new Date('2027-03-08T13:00:00Z') })
    .where(eq(shifts.id, first.id))
  t.match(await seatOf(db, first, company.hanna), { heldEndsAt: new Date('2027-03-08T13:00:00Z') })
  t.match(await seatOf(db, first, amara), { heldEndsAt: new Date('2027-03-08T10:00:00Z') })
})

t.test('a publication gives whole seats: who held a part is told what they have now', async (t) => {
  const { db, as, clock, draft, publish, product } = await aRotation(t)
  await publish(((await draft()).json() as DraftBody).id)
  const rows = await db.select().from(assignments).orderBy(assignments.startsAt)
  const guests = (await as({ id: rows[0]!.employeeId }).get('/api/shifts?limit=5')).json().items
  const shift = guests.find((one: { people: { isHost: boolean }[] }) =>
    one.people.some(({ isHost }) => !isHost)
  )
  const guest = shift.people.find(({ isHost }: { isHost: boolean }) => !isHost)
  const gustav = await insertEmployee(db, 'Gustav Guest', product)
  const from = new Date(new Date(shift.startsAt).getTime() + 2 * 3_600_000).toISOString()
  const swap = await as({ id: guest.employeeId }).post('/api/swaps', {
    giveAssignmentId: guest.assignmentId,
    asks: [{ employeeId: gustav.id }],
    part: { startsAt: from, endsAt: shift.endsAt }
  })
  t.equal(swap.statusCode, 201, swap.body)
  t.equal((await as(gustav).post(`/api/swaps/${swap.json().id}/acceptance`)).statusCode, 200)
  clock.set('2027-03-01T09:00:00Z')
  const again = await publish(((await draft()).json() as DraftBody).id)
  t.equal(again.statusCode, 201, again.body)
  const parts = (await db.select().from(assignments)).filter(
    ({ releasedAt, partStartsAt }) => releasedAt === null && partStartsAt !== null
  )
  t.strictSame(parts, [], 'no part is left')
  const told = (await toldOf(db, 'rotation-published')).filter(({ taken }) => (taken as object[]).length > 0)
  t.ok(
    [guest.employeeId, gustav.id].every((id) => told.some(({ employeeId }) => employeeId === id)),
    'both are told'
  )
})
