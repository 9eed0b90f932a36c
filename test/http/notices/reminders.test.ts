import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { remindOfShifts } from '../../../src/notices/reminders/remind-of-shifts.ts'
import { tellOfGaps } from '../../../src/notices/reminders/tell-of-gaps.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { house } from './notices-cast.ts'

const LONG_AGO = new Date('2027-01-01T00:00:00Z')

/** The house three weeks before a shift of Amara and Hanna on Tuesday the 23rd from nine to one in Oslo. */
async function tuesday(t: Test) {
  const parts = await house(t)
  const { db, amara, hanna, clock, system } = parts
  const rotation = await insertRotation(db, 'Nordic')
  const shift = await insertShift(db, rotation, '2027-03-23T08:00:00Z', '2027-03-23T12:00:00Z')
  const seat = await insertAssignment(db, shift, amara, { createdAt: LONG_AGO })
  await insertAssignment(db, shift, hanna, { createdAt: LONG_AGO })
  /** Runs the job at each of these instants, twice at once as two replicas might. */
  const live = async (...instants: string[]) => {
    for (const instant of instants) {
      clock.set(instant)
      await Promise.all([remindOfShifts(system), remindOfShifts(system)])
    }
  }
  return { ...parts, rotation, shift, seat, live }
}

const toldTo = async (db: Db, { id }: { id: string }) => {
  const rows = await db
    .select()
    .from(notices)
    .where(eq(notices.employeeId, id))
    .orderBy(notices.createdAt, notices.id)
  return rows.map(({ kind, createdAt }) => `${createdAt.toISOString().slice(5, 16)} ${kind}`)
}

t.test(
  'of a shift one is reminded a week, a day and an hour before, and of the hours after it, once each',
  async (t) => {
    const { db, live, amara, hanna, bo } = await tuesday(t)
    await live('2027-03-16T07:59:00Z', '2027-03-16T08:00:00Z', '2027-03-16T08:05:00Z', '2027-03-20T00:00:00Z')
    await live('2027-03-22T08:00:00Z', '2027-03-22T08:05:00Z', '2027-03-23T06:59:00Z', '2027-03-23T07:00:00Z')
    await live('2027-03-23T07:05:00Z', '2027-03-23T08:00:00Z', '2027-03-23T12:00:00Z', '2027-03-23T12:05:00Z')
    const all = [
      '03-16T08:00 shift-in-a-week',
      '03-22T08:00 shift-tomorrow',
      '03-23T07:00 shift-in-an-hour',
      '03-23T12:00 confirm-hours'
    ]
    t.strictSame(await toldTo(db, amara), all)
    t.strictSame(await toldTo(db, hanna), all)
    t.strictSame(await toldTo(db, bo), [])
  }
)

t.test('after an outage only the reminder of the hour is given, late', async (t) => {
  const { db, live, amara } = await tuesday(t)
  await live('2027-03-23T07:40:00Z')
  t.strictSame(await toldTo(db, amara), ['03-23T07:40 shift-in-an-hour'])
})

t.test('who gets a seat late is told of it then, and reminded of what still lies ahead', async (t) => {
  const { db, live, shift, bo } = await tuesday(t)
  await insertAssignment(db, shift, bo, { createdAt: new Date('2027-03-20T10:00:00Z') })
  await live('2027-03-20T10:05:00Z', '2027-03-22T08:00:00Z')
  t.strictSame(await toldTo(db, bo), ['03-22T08:00 shift-tomorrow'])
})

t.test(
  'a seat that was given up, a leaver’s, and one that moves are not reminded of as they were',
  async (t) => {
    const { db, live, seat, shift, amara, hanna } = await tuesday(t)
    await live('2027-03-16T08:00:00Z')
    await db.update(assignments).set({ releasedAt: LONG_AGO }).where(eq(assignments.id, seat.id))
    const later = { startsAt: new Date('2027-03-24T08:00:00Z'), endsAt: new Date('2027-03-24T12:00:00Z') }
    await db.update(shifts).set(later).where(eq(shifts.id, shift.id))
    await live('2027-03-22T08:00:00Z', '2027-03-23T08:00:00Z', '2027-03-24T07:00:00Z')
    t.strictSame(await toldTo(db, amara), ['03-16T08:00 shift-in-a-week'])
    t.strictSame(await toldTo(db, hanna), [
      '03-16T08:00 shift-in-a-week',
      '03-22T08:00 shift-in-a-week',
      '03-23T08:00 shift-tomorrow',
      '03-24T07:00 shift-in-an-hour'
    ])
    await db.update(employees).set({ deactivatedAt: LONG_AGO }).where(eq(employees.id, hanna.id))
    await live('2027-03-24T12:00:00Z')
    t.equal((await toldTo(db, hanna)).length, 4)
  }
)

t.test('hours that are confirmed, and those of long ago, are not asked for', async (t) => {
  const { db, live, seat, amara, hanna } = await tuesday(t)
  const entry = { employeeId: amara.id, assignmentId: seat.id, kind: 'worked' as const }
  await db.insert(ledgerEntries).values({ ...entry, minutes: 240, onDay: '2027-03-23' })
  await live('2027-03-23T12:00:00Z')
  t.strictSame(await toldTo(db, amara), [])
  t.strictSame(await toldTo(db, hanna), ['03-23T12:00 confirm-hours'])
  const before = await tuesday(t)
  await before.live('2027-03-25T12:00:00Z')
  t.strictSame(await toldTo(before.db, before.hanna), [])
})

t.test(
  'leads hear of gaps in the coming week, once a shift, and only those whose people could help',
  async (t) => {
    const { db, clock, system, rotation, shift, product, lars, sofie, amara } = await tuesday(t)
    const theirs = await insertRotation(db, 'Product only', {
      eligibleTeamIds: [product.id],
      hostsRequired: 0
    })
    const empty = await insertShift(db, theirs, '2027-03-25T08:00:00Z', '2027-03-25T12:00:00Z')
    const hostless = await insertShift(db, rotation, '2027-03-24T08:00:00Z', '2027-03-24T12:00:00Z')
    await insertAssignment(db, hostless, amara)
    // A minute more than seven days ahead.
    await insertShift(db, rotation, '2027-03-25T09:01:00Z', '2027-03-25T13:00:00Z')
    const dropped = { minSeats: 1, desiredSeats: 0, maxSeats: 0 }
    await insertShift(db, rotation, '2027-03-22T08:00:00Z', '2027-03-22T12:00:00Z', dropped)
    clock.set('2027-03-18T09:00:00Z')
    await Promise.all([tellOfGaps(system), tellOfGaps(system)])
    await tellOfGaps(system)
    const told = await db.select().from(notices)
    t.strictSame([...new Set(told.map(({ kind }) => kind))], ['gap-ahead'])
    const shiftsOf = ({ id }: { id: string }) =>
      told
        .filter(({ employeeId }) => employeeId === id)
        .flatMap(({ facts }) => facts.shifts as { shiftId: string; missing: number; lacksHost: boolean }[])
        .map(({ shiftId, missing, lacksHost }) => [shiftId, missing, lacksHost])
    t.strictSame(shiftsOf(lars), [
      [hostless.id, 0, true],
      [empty.id, 1, false]
    ])
    t.strictSame(shiftsOf(sofie), [[hostless.id, 0, true]])
    t.equal(
      told.length,
      2,
      'one notice each; of the shift that has its people, and of those far off, nothing'
    )
    t.ok(shift)
  }
)
