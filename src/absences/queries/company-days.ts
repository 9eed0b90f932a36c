import { and, asc, count, eq, gte, isNull, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { companyDays } from '../../../db/schema/company-days.ts'
import { employees } from '../../../db/schema/employees.ts'
import { shifts } from '../../../db/schema/shifts.ts'

const COLUMNS = {
  id: companyDays.id,
  onDay: companyDays.onDay,
  name: companyDays.name,
  country: companyDays.country,
  region: companyDays.region
}

/** By day. */
export async function listDays(db: Queryable, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  return db
    .select(COLUMNS)
    .from(companyDays)
    .where(and(gte(companyDays.onDay, fromOn), lt(companyDays.onDay, toOn)))
    .orderBy(asc(companyDays.onDay), asc(companyDays.id))
}

export async function insertDay(tx: Tx, day: typeof companyDays.$inferInsert) {
  const [row] = await tx.insert(companyDays).values(day).returning(COLUMNS)
  return row!
}

export async function deleteDay(tx: Tx, companyDayId: string) {
  const [row] = await tx.delete(companyDays).where(eq(companyDays.id, companyDayId)).returning(COLUMNS)
  return row ?? null
}

/** Seats in force on a day of the people of a place. */
export async function countSeatsOn(
  db: Queryable,
  { onDay, country, region }: { onDay: string; country: string | null; region: string | null }
): Promise<number> {
  const [row] = await db
    .select({ seats: count() })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(
      and(
        isNull(assignments.releasedAt),
        eq(shifts.onDay, onDay),
        country === null ? undefined : eq(employees.country, country),
        region === null ? undefined : eq(employees.region, region)
      )
    )
  return row!.seats
}
