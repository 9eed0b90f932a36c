import { eq, isNull } from 'drizzle-orm'
import t from 'tap'
import type { Db } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { publicationChanges, publications } from '../../../db/schema/publications.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'
import { asOwner } from '../../helpers/database.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { letBothGo } from '../hours/at-the-gate.ts'
import { aRotation, type DraftBody, MARCH, NORDIC, seatsIn } from './a-company.ts'

/** Who sits where now, as `name day`, by start and name. */
async function seatsNow(db: Db): Promise<string[]> {
  const rows = await db
    .select({ name: employees.name, onDay: shifts.onDay })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(isNull(assignments.releasedAt))
  return rows.map(({ name, onDay }) => `${name} ${onDay}`).sort()
}

const namesIn = (seats: string[]) => [...new Set(seats.map((seat) => seat.slice(0, -11)))].sort()

async function published(t: Parameters<typeof aRotation>[0]) {
  const company = await aRotation(t)
  const draft = (await company.draft()).json() as DraftBody
  const reply = await company.publish(draft.id)
  t.equal(reply.statusCode, 201, reply.body)
  return { ...company, firstDraft: draft, publication: reply.json() }
}

t.test('a publication makes the draft firm and tells each person touched once', async (t) => {
  const { db, firstDraft, publication, helge, hr } = await published(t)
  const seats = seatsIn(firstDraft).sort()
  t.strictSame(await seatsNow(db), seats)
  t.match(publication, { draftId: firstDraft.id, ...MARCH, given: seats.length, taken: 0, revertedAt: null })
  t.match(publication.publishedBy, { id: helge.id, name: 'Helge HR' })
  t.strictSame(
    publication.people.map(({ name }: { name: string }) => name),
    namesIn(seats)
  )
  t.equal((await hr.get(`/api/drafts/${firstDraft.id}`)).json().state, 'published')

  const told = await db.select().from(notices)
  t.strictSame(new Set(told.map(({ kind }) => kind)), new Set(['rotation-published']))
  t.equal(told.length, namesIn(seats).length)
  t.equal(new Set(told.map(({ employeeId }) => employeeId)).size, told.length)
  for (const { employeeId, facts } of told) {
    const mine = firstDraft.shifts.filter((shift) =>
      shift.assignments.some((one) => one.employeeId === employeeId)
    )
    t.match(facts, {
      publicationId: publication.id,
      rotationName: 'Nordic mornings',
      given: mine.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
      taken: [],
      kept: 0,
      firstShiftAt: mine[0]!.startsAt
    })
  }
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, 'rotation.published'))
  t.match(entries, [{ actorId: helge.id, objectId: publication.id }])
})

t.test('the seats carry their reasons and the shifts their seats', async (t) => {
  const { db, firstDraft } = await published(t)
  const rows = await db.select().from(assignments)
  t.ok(rows.every(({ reason }) => reason !== null && typeof reason.owedMinutes === 'number'))
  const made = await db.select().from(shifts)
  t.equal(made.length, firstDraft.shifts.length)
  t.match(made[0], { minSeats: 1, desiredSeats: 2, maxSeats: 3, hostsRequired: 1, isHoliday: false })
})

t.test('the same draft published again is the same publication', async (t) => {
  const { db, publish, firstDraft, publication, hr, rotation } = await published(t)
  const count = async () => [
    (await db.select().from(notices)).length,
    (await db.select().from(assignments)).length
  ]
  const before = await count()
  const again = await publish(firstDraft.id)
  t.equal(again.statusCode, 200)
  t.strictSame(again.json(), publication)
  t.strictSame(await count(), before)
  const { people, ...summary } = publication
  t.ok(people.length > 0)
  const listed = (await hr.get(`/api/rotations/${rotation.id}/publications`)).json()
  t.strictSame(listed, { items: [summary], nextCursor: null })
  t.strictSame((await hr.get(`/api/publications/${publication.id}`)).json(), publication)
})

t.test('two who publish one draft at the same moment make one publication', async (t) => {
  const { draft, publish, db, pool, hanna } = await aRotation(t)
  const { id } = (await draft()).json()
  const replies = await letBothGo(pool, hanna, [() => publish(id), () => publish(id)])
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [200, 201])
  t.equal(replies[0]!.json().id, replies[1]!.json().id)
  t.equal((await db.select().from(publications)).length, 1)
  const told = await db.select().from(notices)
  t.equal(new Set(told.map(({ employeeId }) => employeeId)).size, told.length)
})

t.test('a second publication keeps what it can, and says who is given and taken what', async (t) => {
  const { db, draft, publish, hr, firstDraft, bo, amara, clock } = await published(t)
  const bosFirst = firstDraft.shifts.find((shift) =>
    shift.assignments.some(({ name }) => name === 'Bo Berg')
  )!
  await db.insert(absences).values({
    employeeId: bo.id,
    kind: 'sick',
    startsAt: new Date(bosFirst.startsAt),
    endsAt: new Date(bosFirst.endsAt)
  })
  await db.delete(notices)
  clock.set('2027-03-02T08:00:00Z')
  const second = (await draft()).json() as DraftBody
  const changes = (await hr.get(`/api/drafts/${second.id}/changes`)).json()
  const bos = changes.people.find(({ employeeId }: { employeeId: string }) => employeeId === bo.id)
  t.match(bos.taken, [{ startsAt: bosFirst.startsAt }])

  const publication = (await publish(second.id)).json()
  t.strictSame(await seatsNow(db), seatsIn(second).sort())
  const recorded = await db
    .select()
    .from(publicationChanges)
    .where(eq(publicationChanges.publicationId, publication.id))
  t.equal(recorded.filter(({ effect }) => effect === 'taken').length, publication.taken)
  t.equal(recorded.length, publication.taken + publication.given)

  const touched = changes.people.filter(
    (one: { given: object[]; taken: object[] }) => one.given.length + one.taken.length > 0
  )
  const told = await db.select().from(notices)
  t.strictSame(
    told.map(({ employeeId }) => employeeId).sort(),
    touched.map(({ employeeId }: { employeeId: string }) => employeeId).sort(),
    'who only keeps seats hears nothing'
  )
  const sumOf = (field: 'given' | 'taken') =>
    changes.people.reduce((sum: number, one: Record<string, object[]>) => sum + one[field]!.length, 0)
  t.equal(sumOf('given'), publication.given)
  t.equal(sumOf('taken'), publication.taken)
  const after = (await hr.get(`/api/drafts/${second.id}/changes`)).json()
  t.ok(
    after.people.every(
      (one: { given: object[]; taken: object[] }) => one.given.length + one.taken.length === 0
    )
  )
  t.ok(amara.id)
})

t.test('a draft that facts have overtaken is refused with the list, and nothing is written', async (t) => {
  const { db, draft, publish, bo, hanna, henrik, sofie } = await aRotation(t)
  const body = (await draft()).json() as DraftBody
  const bos = body.shifts.filter((shift) => shift.assignments.some(({ name }) => name === 'Bo Berg'))
  t.ok(bos.length > 0)
  await db.insert(absences).values({
    employeeId: bo.id,
    kind: 'sick',
    startsAt: new Date('2027-03-07T23:00Z'),
    endsAt: new Date('2027-04-05T22:00Z')
  })
  const reply = await publish(body.id)
  t.equal(reply.statusCode, 409)
  t.match(reply.json(), { code: 'PUBLICATION_STALE' })
  t.strictSame(
    reply.json().details.map((one: { rule: string }) => one.rule),
    bos.map(() => 'not-fitting')
  )
  t.match(reply.json().details[0], {
    employeeId: bo.id,
    employeeName: 'Bo Berg',
    shiftStartsAt: bos[0]!.startsAt,
    sentence: `Bo Berg can no longer work the shift of ${bos[0]!.onDay} 09:00.`
  })
  for (const table of [assignments, shifts, notices, publications])
    t.strictSame(await db.select().from(table), [])

  await db.delete(absences)
  for (const host of [hanna, henrik, sofie]) {
    await db.update(employees).set({ isHost: false }).where(eq(employees.id, host.id))
  }
  const rules = (await publish(body.id)).json().details.map((one: { rule: string }) => one.rule)
  t.ok(rules.includes('missing-host'), 'hosts who became guests')
})

t.test('every fact that a draft may break is looked at again', async (t) => {
  const { db, draft, publish, hr, rotation, product, bo, amara } = await aRotation(t)
  const body = (await draft()).json() as DraftBody
  const rulesNow = async () => {
    const reply = await publish(body.id)
    t.equal(reply.statusCode, 409, reply.body)
    return new Set(reply.json().details.map((one: { rule: string }) => one.rule))
  }
  await db.update(teams).set({ supportCap: 0 }).where(eq(teams.id, product.id))
  t.strictSame(await rulesNow(), new Set(['team-cap']))
  await db.update(teams).set({ supportCap: 2 }).where(eq(teams.id, product.id))

  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  t.strictSame(await rulesNow(), new Set(['not-fitting']))
  await db.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, bo.id))

  await hr.patch(`/api/rotations/${rotation.id}`, {
    slots: [{ weekday: 1, startsAt: '09:00', endsAt: '14:00' }]
  })
  t.strictSame(await rulesNow(), new Set(['no-such-shift']))
  await hr.patch(`/api/rotations/${rotation.id}`, {
    slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' }))
  })

  const amaras = body.shifts.find((shift) => shift.assignments.some(({ name }) => name.startsWith('Amara')))!
  const other = await insertRotation(db, 'Evenings')
  const evening = new Date(amaras.endsAt).toISOString()
  const held = await insertShift(db, other, evening, new Date(+new Date(evening) + 3_600_000).toISOString())
  const seat = await insertAssignment(db, held, amara)
  t.ok((await rulesNow()).has('not-fitting'), 'no rest and no days beside a seat in another rotation')
  await db.delete(assignments).where(eq(assignments.id, seat.id))
  t.equal((await publish(body.id)).statusCode, 201, 'and all is well again')
})

t.test('a shift that has begun stays as it is', async (t) => {
  const { db, publish, draft, clock } = await aRotation(t)
  const body = (await draft()).json() as DraftBody
  const first = body.shifts[0]!
  clock.set(first.startsAt)
  t.match((await publish(body.id)).json(), {
    code: 'PUBLICATION_STALE',
    details: first.assignments.map(() => ({ rule: 'already-started', shiftStartsAt: first.startsAt }))
  })

  clock.set('2027-03-07T08:00:00Z')
  t.equal((await publish(body.id)).statusCode, 201)
  clock.set('2027-03-10T10:00:00Z')
  const before = await seatsNow(db)
  const rest = (await draft({ fromOn: '2027-03-10', toOn: MARCH.toOn })).json() as DraftBody
  t.equal(rest.shifts[0]!.onDay, '2027-03-11')
  t.equal((await publish(rest.id)).statusCode, 201)
  const past = (seats: string[]) => seats.filter((seat) => seat.slice(-10) <= '2027-03-10')
  t.strictSame(past(await seatsNow(db)), past(before))
})

t.test('a person in two places at once is refused by the schema and told as a conflict', async (t) => {
  const { db, draft, publish, connection } = await aRotation(t)
  const owner = await asOwner(t, connection)
  const body = (await draft()).json() as DraftBody
  const seat = body.shifts.flatMap(({ startsAt, endsAt, assignments: people }) =>
    people.map(({ employeeId }) => ({ startsAt, endsAt, employeeId }))
  )[0]!
  const other = await insertRotation(db, 'Evenings')
  const shift = await insertShift(db, other, seat.startsAt, seat.endsAt)
  // A writer that does not lock the person: the row appears after the facts were read again.
  await owner.query(`create function double_book() returns trigger language plpgsql as $$ begin
    if new.rotation_id <> '${other.id}' then
      insert into assignments (id, shift_id, employee_id, starts_at, ends_at)
      values (gen_random_uuid(), '${shift.id}', '${seat.employeeId}', '${seat.startsAt}', '${seat.endsAt}')
      on conflict do nothing;
    end if; return null; end $$`)
  await owner.query(
    'create trigger double_book after insert on shifts for each row execute function double_book()'
  )
  t.match((await publish(body.id)).json(), {
    status: 409,
    code: 'PUBLICATION_CONFLICT',
    details: { constraint: 'assignments_do_not_overlap' }
  })
  t.strictSame(await seatsNow(db), [])
})

t.test('a draft is published by HR or administrators, of its own rotation only', async (t) => {
  const { as, lars, amara, hr, draft, rotation } = await aRotation(t)
  const { id } = (await draft()).json()
  const url = `/api/rotations/${rotation.id}/publications`
  for (const who of [lars, amara]) t.equal((await as(who).post(url, { draftId: id })).statusCode, 403)
  t.equal((await as(lars).get(url)).statusCode, 200)
  t.equal((await as(amara).get(url)).statusCode, 403)
  const other = (await hr.post('/api/rotations', { ...NORDIC, name: 'Other' })).json()
  t.match((await hr.post(`/api/rotations/${other.id}/publications`, { draftId: id })).json(), {
    status: 404,
    code: 'DRAFT_NOT_FOUND'
  })
})

t.test('a slot that the rotation dropped leaves no open seats behind', async (t) => {
  const { hr, rotation, draft, publish, as, amara } = await published(t)
  await hr.patch(`/api/rotations/${rotation.id}`, {
    slots: [{ weekday: 2, startsAt: '09:00', endsAt: '13:00' }]
  })
  const second = (await draft()).json()
  t.equal((await publish(second.id)).statusCode, 201)
  const listed = (await as(amara).get(`/api/shifts?rotationId=${rotation.id}&limit=200`)).json().items
  t.strictSame(
    listed.map(({ onDay }: { onDay: string }) => onDay),
    ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30']
  )
})
