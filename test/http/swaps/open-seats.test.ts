import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { amaraAsksFor, auditOf, drainNotices, seatOf, swapCompany } from './swaps-cast.ts'

t.test('somebody takes an open seat: it is theirs, written down, and they alone are told', async (t) => {
  const company = await swapCompany(t)
  const { db, as, eva, second, seats } = company
  const reply = await as(eva).post(`/api/shifts/${second.id}/seats`)
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    kind: 'open_seat',
    state: 'accepted',
    shiftId: second.id,
    undoUntil: '2027-03-01T08:30:00.000Z'
  })
  t.ok((await seats()).includes('Eva 03-15 08:00-12:00'))
  t.strictSame(await drainNotices(db), [`seat-taken ${eva.id}`])
  t.match(await auditOf(db, 'seat.taken'), [
    { actorId: eva.id, after: { employeeId: eva.id, shiftId: second.id } }
  ])
  t.match((await as(eva).post(`/api/shifts/${second.id}/seats`)).json(), { status: 409 }, 'not twice')
})

t.test('a full shift has no open seat', async (t) => {
  const { as, eva, ada, first, second } = await swapCompany(t)
  t.match((await as(eva).post(`/api/shifts/${first.id}/seats`)).json(), {
    status: 409,
    code: 'SEAT_NOT_OPEN',
    details: { shiftId: first.id }
  })
  t.equal((await as(eva).post(`/api/shifts/${second.id}/seats`)).statusCode, 201)
  t.equal((await as(ada).post(`/api/shifts/${second.id}/seats`)).statusCode, 409)
})

t.test('a host joins a full shift that lacks one, is shown it, and nobody else may', async (t) => {
  const { db, as, eva, ada, bo, hanna, second } = await swapCompany(t)
  await db.update(assignments).set({ releasedAt: new Date() }).where(eq(assignments.shiftId, second.id))
  for (const guest of [eva, ada]) await insertAssignment(db, second, guest)
  const shown = async (who: { id: string }) => {
    const { items } = (await as(who).get('/api/me/open-seats')).json()
    return items.some(({ shiftId }: { shiftId: string }) => shiftId === second.id)
  }
  const take = async (who: { id: string }) => (await as(who).post(`/api/shifts/${second.id}/seats`)).json()
  t.match((await as(hanna).get(`/api/shifts/${second.id}`)).json(), { openSeats: 0, isOpenToHosts: true })
  t.equal(await shown(bo), false)
  t.match(await take(bo), { code: 'SEAT_NOT_OPEN' })
  await db.update(shifts).set({ maxSeats: 2 }).where(eq(shifts.id, second.id))
  t.equal(await shown(hanna), false, 'two at most')
  t.match(await take(hanna), { code: 'SEAT_NOT_OPEN' })
  await db.update(shifts).set({ maxSeats: 3 }).where(eq(shifts.id, second.id))
  t.equal(await shown(hanna), true)
  t.match(await take(hanna), { kind: 'open_seat', state: 'accepted' })
  t.match((await as(hanna).get(`/api/shifts/${second.id}`)).json(), { openSeats: 0, isOpenToHosts: false })
})

t.test('who may not take it is told the rule and the shift or absence in the way', async (t) => {
  const { db, as, amara, bo, eva, ada, hanna, second, first } = await swapCompany(t)
  t.equal(
    (await as(amara).post(`/api/shifts/${second.id}/seats`)).statusCode,
    201,
    'seven days after the first'
  )
  const refusal = async (who: { id: string }) => (await as(who).post(`/api/shifts/${first.id}/seats`)).json()
  await db.update(assignments).set({ releasedAt: new Date() }).where(eq(assignments.shiftId, first.id))
  await insertAssignment(db, first, hanna)
  const away = { startsAt: new Date('2027-03-08T00:00:00Z'), endsAt: new Date('2027-03-09T00:00:00Z') }
  await db.insert(absences).values({ employeeId: eva.id, kind: 'leave', ...away })
  t.match(await refusal(eva), { code: 'SWAP_NOT_ALLOWED', details: [{ rule: 'absent', absence: {} }] })
  await db
    .update(employees)
    .set({ workingDays: [2, 3] })
    .where(eq(employees.id, ada.id))
  t.match(await refusal(ada), { details: [{ rule: 'outside-working-hours' }] })
  await db.update(shifts).set({ hostsRequired: 2 }).where(eq(shifts.id, first.id))
  t.equal((await as(bo).post(`/api/shifts/${first.id}/seats`)).statusCode, 201, 'a host is missing as before')
})

t.test('a taken seat is returned within the window, and is open again', async (t) => {
  const { db, as, clock, eva, ada, second, answer, seats } = await swapCompany(t)
  const before = await seats()
  const swap = (await as(eva).post(`/api/shifts/${second.id}/seats`)).json()
  await drainNotices(db)
  clock.set('2027-03-01T08:20:00Z')
  t.match((await answer(eva, swap.id, 'undo')).json(), { state: 'undone' })
  t.strictSame(await seats(), before)
  t.strictSame(await drainNotices(db), [`swap-undone ${eva.id}`])
  t.equal((await as(ada).post(`/api/shifts/${second.id}/seats`)).statusCode, 201)
})

t.test('a lead takes an open seat for somebody of their team, who is told and may undo it', async (t) => {
  const { db, as, eva, lars, sofie, second, answer } = await swapCompany(t)
  const take = (who: { id: string }) => as(who).post(`/api/shifts/${second.id}/seats`, { onBehalfOf: eva.id })
  t.match((await take(sofie)).json(), { status: 403, code: 'SWAP_NOT_YOURS' })
  const reply = await take(lars)
  t.equal(reply.statusCode, 201, reply.body)
  t.strictSame(await drainNotices(db), [`seat-taken ${eva.id}`])
  t.match(await auditOf(db, 'seat.taken'), [{ actorId: lars.id }])
  t.equal((await answer(eva, reply.json().id, 'undo')).statusCode, 200)
})

t.test('people see the open seats that suit them, and no others', async (t) => {
  const { db, as, amara, bo, eva, second, third } = await swapCompany(t)
  const mine = async (who: { id: string }) => {
    const reply = await as(who).get('/api/me/open-seats')
    return reply.json().items.map(({ shiftId }: { shiftId: string }) => shiftId)
  }
  t.strictSame(await mine(eva), [second.id])
  t.strictSame(await mine(amara), [second.id])
  await db.update(employees).set({ readiness: 'in_training' }).where(eq(employees.id, eva.id))
  t.strictSame(await mine(eva), [])
  await db.update(assignments).set({ releasedAt: new Date() }).where(eq(assignments.employeeId, bo.id))
  t.strictSame(await mine(amara), [second.id, third.id])
  t.strictSame((await as(amara).get('/api/me/open-seats?days=10')).json().items, [])
})

t.test(
  'among many open seats, none is offered at whose time the team is on support elsewhere already',
  async (t) => {
    const { db, as, amara, product, rotation, second } = await swapCompany(t)
    for (const day of ['2027-03-23', '2027-03-24', '2027-03-25'])
      await insertShift(db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
    await db.update(employees).set({ isHost: true }).where(eq(employees.id, amara.id))
    const offered = async () => {
      const { items } = (await as(amara).get('/api/me/open-seats')).json()
      return items.map(({ shiftId }: { shiftId: string }) => shiftId)
    }
    t.ok((await offered()).includes(second.id))
    t.ok((await offered()).length > 2, 'there are many')
    const elsewhere = await insertRotation(db, 'Evenings')
    const beside = await insertShift(db, elsewhere, '2027-03-15T11:00:00Z', '2027-03-15T15:00:00Z')
    const wanted = await offered()
    for (const name of ['Ingrid One', 'Jonas Two', 'Karin Three'])
      await insertAssignment(db, beside, await insertEmployee(db, name, product))
    t.strictSame(
      await offered(),
      wanted.filter((id: string) => id !== second.id && id !== beside.id)
    )
  }
)

t.test('who fell ill is relieved at once by anybody fit; both are told', async (t) => {
  const company = await swapCompany(t)
  const { db, as, clock, amara, eva, amaras, first, seats } = company
  clock.set('2027-03-08T06:00:00Z')
  t.match((await as(eva).post(`/api/assignments/${amaras.id}/taking`)).json(), {
    status: 403,
    code: 'HOLDER_NOT_AWAY'
  })
  const away = { startsAt: new Date('2027-03-08T05:00:00Z'), endsAt: new Date('2027-03-09T00:00:00Z') }
  await db.insert(absences).values({ employeeId: amara.id, kind: 'sick', ...away })
  const reply = await as(eva).post(`/api/assignments/${amaras.id}/taking`)
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    kind: 'cover',
    state: 'accepted',
    proposer: { id: eva.id },
    acceptedBy: { id: amara.id }
  })
  t.match(await seats(), ['Bo 03-22 08:00-12:00', 'Eva 03-08 08:00-12:00'])
  t.strictSame(await drainNotices(db), [`swap-accepted ${amara.id}`, `swap-accepted ${eva.id}`].sort())
  t.match(await auditOf(db, 'seat.taken-over'), [
    { actorId: eva.id, after: { insteadOf: amara.id, shiftId: first.id } }
  ])
  t.match((await as(company.ada).post(`/api/assignments/${amaras.id}/taking`)).json(), {
    status: 404,
    code: 'SEAT_NOT_FOUND'
  })
})

t.test('a shift under way is taken over for what is left of it', async (t) => {
  const { as, clock, lars, amaras, db, first, amara, seats } = await swapCompany(t)
  clock.set('2027-03-08T09:30:00Z')
  const reply = await as(lars).post(`/api/assignments/${amaras.id}/taking`)
  t.equal(reply.statusCode, 201, 'their lead says so, and takes it himself')
  t.ok((await seats()).includes('Amara 03-08 08:00-09:30'), 'what was worked stays')
  t.match(await seatOf(db, first, amara), { partEndsAt: new Date('2027-03-08T09:30:00Z') })
  t.match(reply.json(), {
    part: { startsAt: '2027-03-08T09:30:00.000Z', endsAt: '2027-03-08T12:00:00.000Z' }
  })
  clock.set('2027-03-08T12:00:00Z')
  const over = await as(lars).post(`/api/assignments/${(await seatOf(db, first, lars)).id}/taking`)
  t.match(over.json(), { status: 409, details: [{ rule: 'already-started' }] })
})

t.test('taking over closes what was proposed about the seat', async (t) => {
  const company = await swapCompany(t)
  const { db, as, lars, ada, amaras, answer } = company
  const swap = await amaraAsksFor(company, [ada])
  await drainNotices(db)
  t.equal((await as(lars).post(`/api/assignments/${amaras.id}/taking`)).statusCode, 201)
  t.match((await answer(ada, swap.id, 'acceptance')).json(), {
    details: { state: 'closed', cause: 'changed_hands' }
  })
})
