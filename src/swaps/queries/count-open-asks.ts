import { and, count, eq, gt, isNull, type SQL } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'

/** That an ask, beside its proposal, waits for this person's yes or no. */
export function waitsFor(employeeId: string, now: Date): SQL | undefined {
  return and(
    eq(proposalAsks.employeeId, employeeId),
    isNull(proposalAsks.declinedAt),
    isNull(proposalAsks.closedAt),
    gt(proposals.expiresAt, now),
    isNull(proposals.acceptedAt),
    isNull(proposals.withdrawnAt),
    isNull(proposals.refusedAt),
    isNull(proposals.closedAt)
  )
}

/** How many proposals wait for a person's yes or no. */
export async function countOpenAsks(db: Queryable, employeeId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(proposalAsks)
    .innerJoin(proposals, eq(proposals.id, proposalAsks.proposalId))
    .where(waitsFor(employeeId, now))
  return row!.open
}
