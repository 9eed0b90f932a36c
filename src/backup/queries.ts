import { asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { deliveries } from '../../db/schema/deliveries.ts'
import { employees } from '../../db/schema/employees.ts'
import { erasures } from '../../db/schema/erasures.ts'
import { jobRuns, jobs } from '../../db/schema/job-runs.ts'
import { notices } from '../../db/schema/notices.ts'
import { webhookDeliveries } from '../../db/schema/webhooks.ts'

export async function listErasures(db: Queryable): Promise<{ employeeId: string; erasedAt: Date }[]> {
  return db
    .select({ employeeId: erasures.employeeId, erasedAt: erasures.erasedAt })
    .from(erasures)
    .orderBy(asc(erasures.erasedAt), asc(erasures.employeeId))
}

export async function findPerson(db: Queryable, employeeId: string) {
  const [person] = await db
    .select({ deactivatedAt: employees.deactivatedAt, erasedAt: erasures.erasedAt })
    .from(employees)
    .leftJoin(erasures, eq(erasures.employeeId, employees.id))
    .where(eq(employees.id, employeeId))
  return person ?? null
}

/** Everything on its way to somebody stays where it is: in the inbox, and in the log of what a webhook was not told. */
export async function endWhatIsOnItsWay(tx: Tx, at: Date): Promise<void> {
  await tx.update(notices).set({ routedAt: at }).where(isNull(notices.routedAt))
  await tx
    .update(deliveries)
    .set({ skippedAt: at, skipReason: 'inbox', claimedBy: null, claimedUntil: null })
    .where(sql`num_nonnulls(${deliveries.sentAt}, ${deliveries.skippedAt}, ${deliveries.failedAt}) = 0`)
  await tx
    .update(webhookDeliveries)
    .set({ nextAt: null, failure: 'restored' })
    .where(isNotNull(webhookDeliveries.nextAt))
}

/** Jobs go on from this instant; what they missed before it is not run any more. */
export async function planFrom(tx: Tx, at: Date): Promise<void> {
  await tx.update(jobs).set({ plannedUntil: at })
  await tx
    .update(jobRuns)
    .set({ finishedAt: at, failure: 'Planned before a backup was restored.' })
    .where(isNull(jobRuns.finishedAt))
}
