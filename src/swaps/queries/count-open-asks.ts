import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'

/** How many proposals wait for a person's yes or no. */
export async function countOpenAsks(db: Queryable, employeeId: string, now: Date): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(proposalAsks)
    .innerJoin(proposals, eq(proposals.id, proposalAsks.proposalId))
    .where(
      and(
        eq(proposalAsks.employeeId, employeeId),
        isNull(proposalAsks.declinedAt),
        isNull(proposalAsks.closedAt),
        gt(proposals.expiresAt, now),
        isNull(proposals.acceptedAt),
        isNull(proposals.withdrawnAt),
        isNull(proposals.refusedAt),
        isNull(proposals.closedAt)
      )
    )
  return row!.open
}
