import type { Queryable } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { findPolicy, lockBooks, upsertPolicy } from './queries/closings.ts'

export interface HoursPolicy {
  /** A period of the books is so many months, counted from January. */
  periodMonths: number
  /** The most minutes that a balance brings into the next period, above or below zero. */
  capMinutes: number
}

/**
 * A quarter, the beat of seasons and reports; and one default shift of four hours, so that nobody starts a quarter
 * with more than one extra shift to do. Both are our own.
 */
const DEFAULT_POLICY: HoursPolicy = { periodMonths: 3, capMinutes: 240 }

/** How the books are kept: as HR set it, or by our defaults. */
export async function readPolicy(db: Queryable): Promise<HoursPolicy> {
  return (await findPolicy(db)) ?? DEFAULT_POLICY
}

/** HR changes how the books are kept, from the next period to be closed on. What is closed keeps the cap it had. */
export async function changePolicy(ctx: Context, policy: HoursPolicy): Promise<HoursPolicy> {
  return ctx.db.transaction(async (tx) => {
    await lockBooks(tx)
    const before = await readPolicy(tx)
    await upsertPolicy(tx, policy)
    await recordAudit(tx, ctx, {
      action: 'hours-policy.changed',
      objectType: 'hours-policy',
      objectId: 'hours-policy',
      before,
      after: policy
    })
    return policy
  })
}
