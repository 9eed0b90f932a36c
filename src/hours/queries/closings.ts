import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { closedBalances, closings } from '../../../db/schema/closings.ts'
import { employees } from '../../../db/schema/employees.ts'
import { hoursPolicies } from '../../../db/schema/hours-policies.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { quotas } from '../../../db/schema/quotas.ts'

const COLUMNS = {
  id: closings.id,
  fromOn: closings.fromOn,
  toOn: closings.toOn,
  capMinutes: closings.capMinutes,
  closedAt: closings.closedAt,
  closedById: closings.closedBy,
  closedByName: employees.name
}

/** Earliest first; with `endingAfter` only those that end after a day. */
export async function listClosings(db: Queryable, { endingAfter }: { endingAfter?: string } = {}) {
  return db
    .select(COLUMNS)
    .from(closings)
    .leftJoin(employees, eq(employees.id, closings.closedBy))
    .where(endingAfter === undefined ? undefined : gt(closings.toOn, endingAfter))
    .orderBy(asc(closings.fromOn))
}

export type Closing = Awaited<ReturnType<typeof listClosings>>[number]

/** One closing at a time; taken before any person is locked. */
export async function lockBooks(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('closings', 0))`)
}

/** Nobody's hours change until the transaction ends. */
export async function lockEverybody(tx: Tx): Promise<void> {
  await tx.select({ id: employees.id }).from(employees).orderBy(asc(employees.id)).for('no key update')
}

export async function insertClosing(tx: Tx, row: typeof closings.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(closings).values(row).returning({ id: closings.id })
  return inserted!.id
}

/** What closings have carried out of the period and into the next, by person. */
export async function sumCarried(
  db: Queryable,
  { id, toOn }: { id: string; toOn: string },
  employeeIds?: string[]
) {
  const isIn = sql`${ledgerEntries.onDay} >= ${toOn}::date`
  return db
    .select({
      employeeId: ledgerEntries.employeeId,
      outMinutes: sql<number>`coalesce(sum(${ledgerEntries.minutes}) filter (where not ${isIn}), 0)`.mapWith(
        Number
      ),
      inMinutes: sql<number>`coalesce(sum(${ledgerEntries.minutes}) filter (where ${isIn}), 0)`.mapWith(
        Number
      )
    })
    .from(ledgerEntries)
    .where(
      and(eq(ledgerEntries.closingId, id), employeeIds && inArray(ledgerEntries.employeeId, employeeIds))
    )
    .groupBy(ledgerEntries.employeeId)
}

export type ClosedBalance = typeof closedBalances.$inferSelect

export async function listClosedBalances(db: Queryable, closingId: string, employeeIds?: string[]) {
  return db
    .select()
    .from(closedBalances)
    .where(
      and(
        eq(closedBalances.closingId, closingId),
        employeeIds && inArray(closedBalances.employeeId, employeeIds)
      )
    )
}

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000

export async function upsertClosedBalances(tx: Tx, rows: ClosedBalance[]): Promise<void> {
  const latest = (column: string) => sql.raw(`excluded.${column}`)
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx
      .insert(closedBalances)
      .values(rows.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: [closedBalances.closingId, closedBalances.employeeId],
        set: {
          dueMinutes: latest('due_minutes'),
          workedMinutes: latest('worked_minutes'),
          creditedMinutes: latest('credited_minutes'),
          waivedMinutes: latest('waived_minutes'),
          broughtMinutes: latest('brought_minutes'),
          balanceMinutes: latest('balance_minutes'),
          takenMinutes: latest('taken_minutes')
        }
      })
  }
}

/** Those who no longer work here on a day: they take nothing along. */
export async function listGone(db: Queryable, onDay: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(
      or(
        lt(employees.leavesOn, onDay),
        and(isNotNull(employees.deactivatedAt), sql`${employees.deactivatedAt} < ${onDay}::date`)
      )
    )
  return new Set(rows.map(({ id }) => id))
}

export async function findPolicy(db: Queryable) {
  const [row] = await db
    .select({ periodMonths: hoursPolicies.periodMonths, capMinutes: hoursPolicies.capMinutes })
    .from(hoursPolicies)
  return row ?? null
}

export async function upsertPolicy(
  tx: Tx,
  policy: { periodMonths: number; capMinutes: number }
): Promise<void> {
  await tx
    .insert(hoursPolicies)
    .values({ isOnly: true, ...policy })
    .onConflictDoUpdate({ target: hoursPolicies.isOnly, set: policy })
}

/** Since when anything is due at all; null before the first quota. */
export async function firstQuotaOn(db: Queryable): Promise<string | null> {
  const [row] = await db.select({ fromOn: quotas.fromOn }).from(quotas).orderBy(asc(quotas.fromOn)).limit(1)
  return row?.fromOn ?? null
}

/** A person's closed periods, latest first. */
export async function listClosedOf(db: Queryable, employeeId: string) {
  return db
    .select({
      fromOn: closings.fromOn,
      toOn: closings.toOn,
      closedAt: closings.closedAt,
      capMinutes: closings.capMinutes,
      dueMinutes: closedBalances.dueMinutes,
      workedMinutes: closedBalances.workedMinutes,
      creditedMinutes: closedBalances.creditedMinutes,
      waivedMinutes: closedBalances.waivedMinutes,
      broughtMinutes: closedBalances.broughtMinutes,
      balanceMinutes: closedBalances.balanceMinutes,
      takenMinutes: closedBalances.takenMinutes
    })
    .from(closedBalances)
    .innerJoin(closings, eq(closings.id, closedBalances.closingId))
    .where(eq(closedBalances.employeeId, employeeId))
    .orderBy(desc(closings.fromOn))
}
