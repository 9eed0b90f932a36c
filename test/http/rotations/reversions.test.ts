import { eq, isNull } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { aRotation, type DraftBody, seatsIn } from './a-company.ts'

/** A first publication without Eva, who was away when it was planned, and a second one without Bo. */
async function twoPublications(t: Test) {
  const company = await aRotation(t)
  const { db, draft, publish, hr, bo, eva } = company
  const away = { startsAt: new Date('2027-03-07T23:00Z'), endsAt: new Date('2027-04-05T22:00Z') }
  await db.insert(absences).values({ employeeId: eva.id, kind: 'leave', ...away })
  const firstDraft = (await draft()).json() as DraftBody
  const first = (await publish(firstDraft.id)).json()
  await db.delete(absences)
  await db.insert(absences).values({ employeeId: bo.id, kind: 'leave', ...away })
  const secondDraft = (await draft()).json() as DraftBody
  const second = (await publish(secondDraft.id)).json()
  await db.delete(absences)
  await db.delete(notices)
  const revert = (publication: { id: string }) => hr.post(`/api/publications/${publication.id}/reversion`)
  const seats = async () => {
    const rows = await db
      .select({ name: employees.name, onDay: shifts.onDay })
      .from(assignments)
      .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
      .innerJoin(employees, eq(employees.id, assignments.employeeId))
      .where(isNull(assignments.releasedAt))
    return rows.map(({ name, onDay }) => `${name} ${onDay}`).sort()
  }
  const bos = seatsIn(firstDraft).filter((seat) => seat.startsWith('Bo'))
  t.ok(bos.length > 0 && second.given > 0, 'seats are taken and given')
  return { ...company, firstDraft, secondDraft, first, second, revert, seats, bos }
}

t.test('a reversion brings back what was before, tells people and is written down', async (t) => {
  const { db, firstDraft, second, revert, seats, helge } = await twoPublications(t)
  const reply = await revert(second)
  t.equal(reply.statusCode, 200, reply.body)
  t.match(reply.json(), {
    revertedBy: { name: 'Helge HR' },
    reversion: { released: second.given, restored: second.taken, notRestored: [] }
  })
  t.strictSame(await seats(), seatsIn(firstDraft).sort())
  const told = await db.select().from(notices)
  t.ok(told.every(({ kind }) => kind === 'publication-reverted'))
  t.strictSame(
    told.map(({ employeeId }) => employeeId).sort(),
    second.people.map(({ employeeId }: { employeeId: string }) => employeeId).sort()
  )
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.action, 'publication.reverted'))
  t.match(entries, [{ actorId: helge.id, objectId: second.id }])
})

t.test('a second reversion answers the same and changes nothing', async (t) => {
  const { db, second, revert, seats, clock } = await twoPublications(t)
  const first = (await revert(second)).json()
  const before = [await seats(), (await db.select().from(notices)).length]
  clock.set('2027-03-12T08:00:00Z')
  const again = await revert(second)
  t.equal(again.statusCode, 200)
  t.strictSame(again.json(), first)
  t.strictSame([await seats(), (await db.select().from(notices)).length], before)
})

t.test('only the newest publication of the days can be reverted, one after the other', async (t) => {
  const { first, second, revert, seats } = await twoPublications(t)
  t.match((await revert(first)).json(), {
    status: 409,
    code: 'PUBLICATION_NOT_NEWEST',
    details: { newerPublicationId: second.id }
  })
  t.equal((await revert(second)).statusCode, 200)
  t.equal((await revert(first)).statusCode, 200)
  t.strictSame(await seats(), [])
})

t.test('what was only published once leaves no open seats behind', async (t) => {
  const { first, second, revert, as, amara } = await twoPublications(t)
  await revert(second)
  t.ok((await as(amara).get('/api/shifts')).json().items.length > 0)
  await revert(first)
  t.strictSame((await as(amara).get('/api/shifts')).json().items, [])
})

t.test('seats of somebody who left, is absent or busy by now are listed as not restored', async (t) => {
  for (const cause of ['no-longer-here', 'absent', 'busy'] as const) {
    const { db, bo, second, revert, seats, bos, firstDraft } = await twoPublications(t)
    const bosFirst = firstDraft.shifts.find(({ assignments: people }) =>
      people.some(({ name }) => name === 'Bo Berg')
    )!
    if (cause === 'no-longer-here') {
      await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
    } else if (cause === 'absent') {
      const { startsAt, endsAt } = bosFirst
      const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
      await db.insert(absences).values({ employeeId: bo.id, kind: 'sick', ...span })
    } else {
      const other = await insertRotation(db, 'Evenings')
      await insertAssignment(db, await insertShift(db, other, bosFirst.startsAt, bosFirst.endsAt), bo)
    }
    const { reversion } = (await revert(second)).json()
    const lost = cause === 'no-longer-here' ? bos.length : 1
    t.equal(reversion.notRestored.length, lost, cause)
    t.match(reversion.notRestored[0], { employeeId: bo.id, startsAt: bosFirst.startsAt, cause })
    t.equal(reversion.restored, second.taken - lost)
    const nordic = (await seats()).filter((seat) => seat.startsWith('Bo'))
    t.equal(nordic.length, bos.length - lost + (cause === 'busy' ? 1 : 0))
  }
})

t.test('what has begun is not undone', async (t) => {
  const { second, revert, seats, clock } = await twoPublications(t)
  const spans = (field: 'given' | 'taken') =>
    second.people.flatMap((one: Record<string, { startsAt: string }[]>) =>
      one[field]!.map(({ startsAt }) => startsAt)
    )
  const firstGiven = spans('given').sort()[0]
  const before = await seats()
  clock.set(firstGiven)
  const { reversion } = (await revert(second)).json()
  t.equal(reversion.released, spans('given').filter((start: string) => start > firstGiven).length)
  const past = (all: string[]) => all.filter((seat) => seat.slice(-10) <= firstGiven.slice(0, 10))
  t.strictSame(past(await seats()), past(before))
  const { notRestored } = reversion as { notRestored: { cause: string; startsAt: string }[] }
  t.ok(notRestored.every(({ cause, startsAt }) => cause === 'begun' && startsAt <= firstGiven))
  t.equal(reversion.restored + notRestored.length, second.taken)
})

t.test('a seat that changed hands since is left to whoever holds it', async (t) => {
  const { db, second, revert, eva } = await twoPublications(t)
  const held = await db.select().from(assignments).where(isNull(assignments.releasedAt))
  const evas = held.filter(({ employeeId }) => employeeId === eva.id).map(({ shiftId }) => shiftId)
  const seat = held.find(({ shiftId }) => !evas.includes(shiftId))
  await db.update(assignments).set({ releasedAt: new Date() }).where(eq(assignments.id, seat!.id))
  const { shiftId, startsAt, endsAt } = seat!
  await insertAssignment(db, { id: shiftId, startsAt, endsAt } as never, eva)
  t.equal((await revert(second)).statusCode, 200)
  const evasNow = await db.select().from(assignments).where(eq(assignments.employeeId, eva.id))
  t.ok(evasNow.some((one) => one.shiftId === shiftId && one.releasedAt === null))
})
