import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { hasQuotas, insertQuota } from './queries.ts'

/**
 * Four hours in four weeks for a full-time person, 2.5% of a 40-hour week: between what Basecamp asks (2.5 to 4.6%) and
 * the 1.5% at which a programme was dropped (PRACTICE.md, section 1).
 */
const DEFAULT_QUOTA = { minutes: 240, perWeeks: 4 }

/** A company without any quota owes nothing and would be planned nothing: it begins with ours from a day on. */
export async function beginWithDefaultQuota(tx: Tx, ctx: AnyContext, fromOn: string): Promise<void> {
  if (await hasQuotas(tx)) return
  const quota = { scope: 'organisation' as const, ...DEFAULT_QUOTA, fromOn }
  const createdBy = ctx.actor?.employeeId ?? null
  const id = await insertQuota(tx, { ...quota, createdAt: ctx.now(), createdBy })
  await recordAudit(tx, ctx, { action: 'quota.set', objectType: 'quota', objectId: id, after: quota })
}
