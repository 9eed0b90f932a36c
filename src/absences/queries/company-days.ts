import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { companyDays } from '../../../db/schema/company-days.ts'

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
