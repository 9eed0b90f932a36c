import { eq } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { aRotation, type DraftBody, MARCH, seatsIn } from './a-company.ts'

t.test('a draft names who would sit where and why, with score, bound and open seats', async (t) => {
  const { draft, as, ada } = await aRotation(t)
  const reply = await draft()
  t.equal(reply.statusCode, 201, reply.body)
  const body = reply.json()
  t.match(body, { ...MARCH, state: 'open', seed: 1, publicationId: null, createdBy: { name: 'Helge HR' } })
  t.equal(body.shifts.length, 17, 'twenty mornings less three days of Easter')
  const seats = seatsIn(body)
  const desired = 2 * body.shifts.length
  t.equal(body.openSeats, desired - seats.length)
  t.ok(body.score.total >= body.bound)
  t.ok(body.gap >= 0 && body.gap <= 1)
  for (const { assignments: people } of body.shifts as DraftBody['shifts']) {
    t.ok(people.length === 0 || people.some(({ isHost }) => isHost), 'a host on every shift that has anybody')
    for (const { reason } of people) t.match(reason, { unpopularPoints: 0, carriedUnpopular: 0, wishCost: 0 })
  }
  t.strictSame((await as(ada).get(`/api/drafts/${body.id}`)).json(), body)
})

t.test('the same facts and the same seed give the same plan', async (t) => {
  const { draft } = await aRotation(t)
  const first = (await draft({ ...MARCH, seed: 7 })).json()
  const second = (await draft({ ...MARCH, seed: 7 })).json()
  t.not(first.id, second.id)
  t.strictSame(seatsIn(second), seatsIn(first))
  t.strictSame(second.score, first.score)
})

t.test('hours promised and unpopular shifts of the quarter before are carried into a draft', async (t) => {
  const { draft, db, amara } = await aRotation(t)
  const firstReason = async () => {
    const { shifts: planned } = (await draft()).json() as DraftBody
    const [first] = planned.flatMap(({ assignments: seats }) =>
      seats.filter((seat) => seat.employeeId === amara.id)
    )
    return first!.reason
  }
  const { owedMinutes } = (await firstReason()) as { owedMinutes: number }
  const weekends = await insertRotation(db, 'Weekends')
  for (const day of ['2027-02-20', '2026-11-28']) {
    const saturday = await insertShift(db, weekends, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
    await insertAssignment(db, saturday, amara)
  }
  // Of hours half of what is due is carried at most, of points all; November is too long ago for either.
  t.match(await firstReason(), { owedMinutes: owedMinutes / 2, carriedUnpopular: 2 })
})

t.test('a draft writes nothing that anyone owes', async (t) => {
  const { draft, db } = await aRotation(t)
  t.ok(seatsIn((await draft()).json()).length > 10)
  for (const table of [assignments, shifts, notices, ledgerEntries]) {
    t.strictSame(await db.select().from(table), [])
  }
})

t.test(
  'plans count on people whom the brake on leavers holds, and no longer once they have left',
  async (t) => {
    const { draft, publish, db, amara, as, helge } = await aRotation(t)
    const amaras = (seats: string[]) => seats.filter((seat) => seat.startsWith('Amara'))
    const before = seatsIn((await draft()).json())
    t.ok(amaras(before).length > 0)
    await db.update(employees).set({ suspendedAt: new Date() }).where(eq(employees.id, amara.id))
    const held = (await draft()).json()
    t.strictSame(seatsIn(held), before, 'the same plan')
    t.equal((await publish(held.id)).statusCode, 201, 'and it is a promise')

    t.equal((await as(helge).post(`/api/employees/${amara.id}/deactivation`)).statusCode, 200)
    const later = { fromOn: '2027-04-05', toOn: '2027-05-03' }
    t.strictSame(amaras(seatsIn((await draft(later)).json())), [])
  }
)

t.test('nobody is drafted while absent, nor beside a seat in another rotation', async (t) => {
  const { draft, db, amara, bo } = await aRotation(t)
  const away = { startsAt: new Date('2027-03-07T23:00Z'), endsAt: new Date('2027-03-29T22:00Z') }
  await db.insert(absences).values({ employeeId: amara.id, kind: 'leave', ...away })
  const other = await insertRotation(db, 'Evenings')
  const evening = await insertShift(db, other, '2027-03-17T17:00:00Z', '2027-03-17T20:00:00Z')
  await insertAssignment(db, evening, bo)
  const seats = seatsIn((await draft()).json())
  const daysOf = (name: string) =>
    seats.filter((seat) => seat.startsWith(name)).map((seat) => seat.slice(-10))
  t.strictSame(
    daysOf('Amara').filter((day) => day < '2027-03-30'),
    []
  )
  t.strictSame(
    daysOf('Bo').filter((day) => day > '2027-03-10' && day < '2027-03-24'),
    [],
    'seven days on either side'
  )
})

t.test('a period in the past or too long is refused, and a short lead time is a warning', async (t) => {
  const { draft } = await aRotation(t)
  t.match((await draft({ fromOn: '2027-02-28', toOn: '2027-03-28' })).json(), {
    status: 400,
    code: 'PERIOD_IN_THE_PAST',
    details: { today: '2027-03-01' }
  })
  t.equal((await draft({ fromOn: '2027-03-08', toOn: '2028-03-14' })).statusCode, 400)
  t.equal((await draft({ fromOn: '2027-03-08', toOn: '2027-03-08' })).statusCode, 400)
  t.match((await draft(MARCH)).json().warnings, [{ code: 'SHORT_LEAD_TIME', sentence: /7 days away.*14/ }])
  t.strictSame((await draft({ fromOn: '2027-03-15', toOn: '2027-03-22' })).json().warnings, [])
})

t.test('a draft of today leaves out what has begun', async (t) => {
  const { draft, clock } = await aRotation(t)
  clock.set('2027-03-02T08:00:00Z')
  const today = (await draft({ fromOn: '2027-03-02', toOn: '2027-03-04' })).json() as DraftBody
  t.strictSame(
    today.shifts.map(({ onDay }) => onDay),
    ['2027-03-03'],
    'nine o’clock in Oslo has struck'
  )
})

t.test('leads see drafts and the reasons of their own people, others see none', async (t) => {
  const { draft, as, lars, amara, hanna, rotation } = await aRotation(t)
  const { id } = (await draft()).json()
  for (const url of [
    `/api/drafts/${id}`,
    `/api/drafts/${id}/changes`,
    `/api/rotations/${rotation.id}/drafts`
  ]) {
    t.equal((await as(lars).get(url)).statusCode, 200)
    t.equal((await as(amara).get(url)).statusCode, 403)
    t.equal((await as(hanna).get(url)).statusCode, 403)
  }
  const seen = (await as(lars).get(`/api/drafts/${id}`)).json() as DraftBody
  const people = seen.shifts.flatMap((shift) => shift.assignments)
  const product = people.filter(({ name }) => !/Hanna|Henrik|Sofie/.test(name))
  const support = people.filter(({ name }) => /Hanna|Henrik|Sofie/.test(name))
  t.ok(product.length > 0 && product.every(({ reason }) => reason !== null))
  t.ok(support.length > 0 && support.every(({ reason }) => reason === null))
  t.equal((await as(lars).post(`/api/rotations/${rotation.id}/drafts`, MARCH)).statusCode, 403)
  t.equal((await as(lars).delete(`/api/drafts/${id}`)).statusCode, 403)
})

t.test('a draft thrown away stays readable and cannot be published', async (t) => {
  const { draft, publish, hr, rotation } = await aRotation(t)
  const { id } = (await draft()).json()
  t.equal((await hr.delete(`/api/drafts/${id}`)).statusCode, 204)
  t.equal((await hr.delete(`/api/drafts/${id}`)).statusCode, 204, 'twice is once')
  t.equal((await hr.get(`/api/drafts/${id}`)).json().state, 'discarded')
  t.match((await publish(id)).json(), { status: 409, code: 'DRAFT_DISCARDED' })
  t.match((await hr.get(`/api/rotations/${rotation.id}/drafts`)).json(), {
    items: [{ id }],
    nextCursor: null
  })
  t.equal((await hr.delete('/api/drafts/00000000-0000-7000-8000-000000000000')).statusCode, 404)
})

t.test('a published draft cannot be thrown away', async (t) => {
  const { draft, publish, hr } = await aRotation(t)
  const { id } = (await draft()).json()
  const publication = (await publish(id)).json()
  t.match((await hr.delete(`/api/drafts/${id}`)).json(), {
    status: 409,
    code: 'DRAFT_PUBLISHED',
    details: { publicationId: publication.id }
  })
})

t.test('drafts come in pages, newest first', async (t) => {
  const { draft, hr, rotation, clock } = await aRotation(t)
  const ids: string[] = []
  for (const minute of ['01', '02', '03']) {
    clock.set(`2027-03-01T08:${minute}:00Z`)
    ids.unshift((await draft({ fromOn: '2027-03-15', toOn: '2027-03-17' })).json().id)
  }
  const url = `/api/rotations/${rotation.id}/drafts?limit=2`
  const first = (await hr.get(url)).json()
  const second = (await hr.get(`${url}&cursor=${first.nextCursor}`)).json()
  t.strictSame(
    [...first.items, ...second.items].map((item: { id: string }) => item.id),
    ids
  )
  t.equal(second.nextCursor, null)
})
