import { and, eq } from 'drizzle-orm'
import type { Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { rotationSlots } from '../../../db/schema/rotations.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

/** Mornings in Oslo, Monday to Friday, from nine to one. */
const MORNINGS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '13:00' }))

/**
 * The small company on Tuesday 2 March 2027, 07:00 in Oslo, where Amara and Hanna sit on the shift of that morning and
 * on the one of Thursday. Bo, Lars, Ada, Helge and Eva could take a seat.
 */
export async function promisedMornings(
  t: Test,
  now = '2027-03-02T06:00:00Z',
  parts: Parameters<typeof testApp>[1] = {}
) {
  const app = await testApp(t, { now, ...parts })
  const { db, as } = app
  const people = await insertSmallCompany(db)
  const henrik = await insertEmployee(db, 'Henrik Host', people.support, { isHost: true })
  await db.insert(quotas).values({ scope: 'organisation', minutes: 240, perWeeks: 4, fromOn: '2027-01-01' })
  const rotation = await insertRotation(db, 'Nordic mornings', { spacingDays: 1 })
  await db.insert(rotationSlots).values(MORNINGS.map((slot) => ({ ...slot, rotationId: rotation.id })))
  const tuesday = await insertShift(db, rotation, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z')
  const thursday = await insertShift(db, rotation, '2027-03-04T08:00:00Z', '2027-03-04T12:00:00Z')
  const seats = {
    tuesday: await insertAssignment(db, tuesday, people.amara),
    thursday: await insertAssignment(db, thursday, people.amara)
  }
  await insertAssignment(db, tuesday, people.hanna)
  await insertAssignment(db, thursday, people.hanna)

  /** Kind and facts of somebody's notices, oldest first. */
  async function told(who: { id: string }) {
    const rows = await db
      .select({ kind: notices.kind, facts: notices.facts })
      .from(notices)
      .where(eq(notices.employeeId, who.id))
      .orderBy(notices.id)
    return rows as { kind: string; facts: Record<string, unknown> }[]
  }
  const kindsTo = async (who: { id: string }) => (await told(who)).map(({ kind }) => kind)
  async function releasedAt(assignment: { id: string }) {
    const [row] = await db.select().from(assignments).where(eq(assignments.id, assignment.id))
    return row!.releasedAt
  }
  const audited = (action: string) =>
    db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, action)))
      .orderBy(auditEntries.id)
  const flags = async (who: { id: string }) => {
    const { items } = (await as(who).get('/api/me/shifts')).json()
    return (items as { isInAbsence: boolean }[]).map(({ isInAbsence }) => isInAbsence)
  }
  return {
    ...app,
    ...people,
    henrik,
    rotation,
    tuesday,
    thursday,
    seats,
    told,
    kindsTo,
    releasedAt,
    audited,
    flags
  }
}
