import { and, asc, eq, exists, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { proposalAsks, proposals } from '../../../db/schema/proposals.ts'
import type { ProposalCause } from '../../words.ts'

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

/** What makes a proposal lose its ground: these seats, or these people, or both. */
export interface Ground {
  assignmentIds: readonly string[]
  employeeIds: readonly string[]
  /** The one that is being carried out. */
  exceptSwapId: string | null
}

/** Proposals that may still come about and stand on these seats or people, locked in id order. */
export async function lockOpenProposals(tx: Tx, ground: Ground, now: Date) {
  const asked = tx
    .select({ one: sql`1` })
    .from(proposalAsks)
    .where(and(eq(proposalAsks.proposalId, proposals.id), isOpenAsk, touches(ground)))
  // What everybody declined is over, and its proposer has heard so.
  const stillAsked = tx
    .select({ one: sql`1` })
    .from(proposalAsks)
    .where(and(eq(proposalAsks.proposalId, proposals.id), isOpenAsk))
  return tx
    .select({
      id: proposals.id,
      kind: proposals.kind,
      proposerId: proposals.proposerId,
      giveAssignmentId: proposals.giveAssignmentId,
      acceptedById: proposals.acceptedById
    })
    .from(proposals)
    .where(
      and(
        isNull(proposals.carriedOutAt),
        isNull(proposals.withdrawnAt),
        isNull(proposals.refusedAt),
        isNull(proposals.closedAt),
        gt(proposals.expiresAt, now),
        exists(stillAsked),
        ground.exceptSwapId === null ? undefined : ne(proposals.id, ground.exceptSwapId),
        or(
          sql`${proposals.giveAssignmentId} = ${anyOf(ground.assignmentIds)}`,
          sql`${proposals.proposerId} = ${anyOf(ground.employeeIds)}`,
          exists(asked)
        )
      )
    )
    .orderBy(asc(proposals.id))
    .for('update', { of: proposals })
}

export type OpenProposal = Awaited<ReturnType<typeof lockOpenProposals>>[number]

const isOpenAsk = and(isNull(proposalAsks.declinedAt), isNull(proposalAsks.closedAt))

const touches = ({ assignmentIds, employeeIds }: Ground): SQL | undefined =>
  or(
    sql`${proposalAsks.takeAssignmentId} = ${anyOf(assignmentIds)}`,
    sql`${proposalAsks.employeeId} = ${anyOf(employeeIds)}`
  )

const taken = alias(assignments, 'taken')
const given = alias(assignments, 'given')

/** The asks of these proposals that stand open, with when the seats in question are. */
export async function listOpenAsks(tx: Tx, swapIds: readonly string[]) {
  return tx
    .select({
      id: proposalAsks.id,
      swapId: proposalAsks.proposalId,
      employeeId: proposalAsks.employeeId,
      takeAssignmentId: proposalAsks.takeAssignmentId,
      take: { shiftId: taken.shiftId, startsAt: taken.heldStartsAt, endsAt: taken.heldEndsAt },
      give: { shiftId: given.shiftId, startsAt: given.heldStartsAt, endsAt: given.heldEndsAt }
    })
    .from(proposalAsks)
    .innerJoin(proposals, eq(proposals.id, proposalAsks.proposalId))
    .leftJoin(taken, eq(taken.id, proposalAsks.takeAssignmentId))
    .leftJoin(given, eq(given.id, proposals.giveAssignmentId))
    .where(and(inArray(proposalAsks.proposalId, [...swapIds]), isOpenAsk))
    .orderBy(asc(proposalAsks.id))
}

export type OpenAsk = Awaited<ReturnType<typeof listOpenAsks>>[number]

type Closing = { closedAt: Date; closedCause: ProposalCause }

export async function markProposalsClosed(tx: Tx, ids: readonly string[], closing: Closing): Promise<void> {
  await tx
    .update(proposals)
    .set(closing)
    .where(sql`${proposals.id} = ${anyOf(ids)}`)
}

export async function markAsksClosed(tx: Tx, ids: readonly string[], closing: Closing): Promise<void> {
  await tx
    .update(proposalAsks)
    .set(closing)
    .where(sql`${proposalAsks.id} = ${anyOf(ids)}`)
}

/** Those of the people who are still here and can be told something. */
export async function listActive(tx: Tx, employeeIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(sql`${employees.id} = ${anyOf(employeeIds)}`, isNull(employees.deactivatedAt)))
  return rows.map(({ id }) => id)
}
