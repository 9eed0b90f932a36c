import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { testApp } from '../../helpers/app.ts'
import { type Employee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift, type Rotation } from '../../helpers/shifts.ts'

type Traits = Parameters<typeof insertRotation>[2]

/** Mondays from nine to one in Oslo; Hanna hosts each, Amara and Bo are guests on the first and the third. */
export async function swapCompany(t: Test, traits: Traits = {}) {
  const app = await testApp(t)
  const company = await insertSmallCompany(app.db)
  const rotation = await insertRotation(app.db, 'Nordic mornings', { spacingDays: 7, ...traits })
  const week = async (day: string) => {
    const shift = await insertShift(app.db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
    return { shift, host: await insertAssignment(app.db, shift, company.hanna) }
  }
  const first = await week('2027-03-08')
  const second = await week('2027-03-15')
  const third = await week('2027-03-22')
  const amaras = await insertAssignment(app.db, first.shift, company.amara)
  const bos = await insertAssignment(app.db, third.shift, company.bo)
  const { as } = app
  return {
    ...app,
    ...company,
    rotation,
    first: first.shift,
    second: second.shift,
    third: third.shift,
    hannas: first.host,
    amaras,
    bos,
    propose: (who: Employee, body: object) => as(who).post('/api/swaps', body),
    answer: (who: Employee, swapId: string, how: string, body?: object) =>
      as(who).post(`/api/swaps/${swapId}/${how}`, body),
    seats: () => seatsInForce(app.db, [company.hanna, company.amara, company.bo, company.eva, company.ada])
  }
}

export type SwapCompany = Awaited<ReturnType<typeof swapCompany>>

/** Amara's first Monday for Bo's third one, proposed by Amara. */
export async function amaraAsksBo(company: SwapCompany, more: object = {}) {
  const { propose, amara, bo, amaras, bos } = company
  const asks = [{ employeeId: bo.id, takeAssignmentId: bos.id }]
  const reply = await propose(amara, { giveAssignmentId: amaras.id, asks, ...more })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json() as { id: string; expiresAt: string }
}

/** Amara asks these people to take her first Monday. */
export async function amaraAsksFor(company: SwapCompany, people: Employee[], more: object = {}) {
  const { propose, amara, amaras } = company
  const asks = people.map(({ id }) => ({ employeeId: id }))
  const reply = await propose(amara, { giveAssignmentId: amaras.id, asks, ...more })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json() as { id: string; expiresAt: string }
}

/** Who sits where now, as `name month-day from-to`, without those who host. */
export async function seatsInForce(db: Db, people: Employee[]): Promise<string[]> {
  const names = new Map(people.map(({ id, name }) => [id, name.split(' ')[0]]))
  const rows = await db
    .select()
    .from(assignments)
    .where(isNull(assignments.releasedAt))
    .orderBy(asc(assignments.heldStartsAt))
  const time = (at: Date) => at.toISOString().slice(11, 16)
  return rows
    .filter(({ employeeId }) => names.get(employeeId) !== 'Hanna')
    .map(({ employeeId, heldStartsAt, heldEndsAt }) => {
      const day = heldStartsAt.toISOString().slice(5, 10)
      return `${names.get(employeeId) ?? employeeId} ${day} ${time(heldStartsAt)}-${time(heldEndsAt)}`
    })
    .sort()
}

/** Notices of a kind: whom they went to, sorted, with what they say. */
export async function toldOf(db: Db, kind: string) {
  const rows = await db.select().from(notices).where(eq(notices.kind, kind))
  return rows.map(({ employeeId, facts }) => ({ ...facts, employeeId }) as Record<string, unknown>)
}

/** The people told, all notices taken together, by the kind; then the inboxes are emptied. */
export async function drainNotices(db: Db): Promise<string[]> {
  const rows = await db.delete(notices).returning()
  return rows.map(({ employeeId, kind }) => `${kind} ${employeeId}`).sort()
}

export async function auditOf(db: Db, action: string) {
  return db.select().from(auditEntries).where(eq(auditEntries.action, action))
}

/** The one seat in force of somebody on a shift. */
export async function seatOf(db: Db, shift: { id: string }, who: Employee) {
  const inForce = and(
    isNull(assignments.releasedAt),
    eq(assignments.shiftId, shift.id),
    eq(assignments.employeeId, who.id)
  )
  const [seat] = await db.select().from(assignments).where(inForce)
  return seat!
}

export type { Rotation }
