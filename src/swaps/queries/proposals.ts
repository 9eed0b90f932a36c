import { and, asc, desc, eq, exists, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { proposalAsks, proposalChanges, proposals } from '../../../db/schema/proposals.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { waitsFor } from './count-open-asks.ts'

export type ProposalRow = typeof proposals.$inferSelect

const askColumns = {
  id: proposalAsks.id,
  swapId: proposalAsks.proposalId,
  employeeId: proposalAsks.employeeId,
  name: employees.name,
  teamId: employees.teamId,
  takeAssignmentId: proposalAsks.takeAssignmentId,
  declinedAt: proposalAsks.declinedAt,
  closedAt: proposalAsks.closedAt
}

export async function findProposal(db: Queryable, swapId: string): Promise<ProposalRow | null> {
  const [row] = await db.select().from(proposals).where(eq(proposals.id, swapId))
  return row ?? null
}

export async function listProposalsByIds(db: Queryable, swapIds: readonly string[]): Promise<ProposalRow[]> {
  if (swapIds.length === 0) return []
  return db
    .select()
    .from(proposals)
    .where(inArray(proposals.id, [...swapIds]))
}

/** After the people, teams and shifts: whoever changes the proposal waits here. */
export async function lockProposal(tx: Tx, swapId: string): Promise<ProposalRow | null> {
  const [row] = await tx.select().from(proposals).where(eq(proposals.id, swapId)).for('update')
  return row ?? null
}

export async function listAsks(db: Queryable, swapIds: readonly string[]) {
  if (swapIds.length === 0) return []
  return db
    .select(askColumns)
    .from(proposalAsks)
    .innerJoin(employees, eq(employees.id, proposalAsks.employeeId))
    .where(inArray(proposalAsks.proposalId, [...swapIds]))
    .orderBy(asc(proposalAsks.id))
}

export type AskRow = Awaited<ReturnType<typeof listAsks>>[number]

export async function insertProposal(
  tx: Tx,
  row: typeof proposals.$inferInsert,
  asks: readonly { employeeId: string; takeAssignmentId: string | null }[]
): Promise<string> {
  const [written] = await tx.insert(proposals).values(row).returning({ id: proposals.id })
  const proposalId = written!.id
  if (asks.length > 0) await tx.insert(proposalAsks).values(asks.map((ask) => ({ ...ask, proposalId })))
  return proposalId
}

export async function markProposal(
  tx: Tx,
  swapId: string,
  set: Partial<typeof proposals.$inferInsert>
): Promise<void> {
  await tx.update(proposals).set(set).where(eq(proposals.id, swapId))
}

export async function markDeclined(
  tx: Tx,
  askId: string,
  declined: { declinedAt: Date; declinedBy: string }
): Promise<void> {
  await tx.update(proposalAsks).set(declined).where(eq(proposalAsks.id, askId))
}

export async function insertChanges(
  tx: Tx,
  swapId: string,
  changes: { given: readonly string[]; taken: readonly string[] }
): Promise<void> {
  const rows = (['given', 'taken'] as const).flatMap((effect) =>
    changes[effect].map((assignmentId) => ({ proposalId: swapId, assignmentId, effect }))
  )
  if (rows.length > 0) await tx.insert(proposalChanges).values(rows)
}

/** What carrying it out gave and took, with whether the seats are in force now. */
export async function listChanges(db: Queryable, swapId: string) {
  return db
    .select({
      effect: proposalChanges.effect,
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      releasedAt: assignments.releasedAt
    })
    .from(proposalChanges)
    .innerJoin(assignments, eq(assignments.id, proposalChanges.assignmentId))
    .where(eq(proposalChanges.proposalId, swapId))
    .orderBy(asc(assignments.heldStartsAt), asc(assignments.id))
}

export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number]

const people = alias(employees, 'people')

/** Who somebody is, as far as it decides who may speak for them. */
export async function listPersons(db: Queryable, employeeIds: readonly string[]) {
  return db
    .select({
      employeeId: people.id,
      name: people.name,
      teamId: people.teamId,
      deactivatedAt: people.deactivatedAt
    })
    .from(people)
    .where(sql`${people.id} = any(${sql.param([...employeeIds])}::uuid[])`)
}

export type Person = Awaited<ReturnType<typeof listPersons>>[number]

/** Those who lead one of these teams and are here. */
export async function listLeads(db: Queryable, teamIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: teamLeads.employeeId })
    .from(teamLeads)
    .innerJoin(people, eq(people.id, teamLeads.employeeId))
    .where(and(inArray(teamLeads.teamId, [...teamIds]), isNull(people.deactivatedAt)))
  return rows.map(({ id }) => id)
}

/** These seats with their shifts, as people read of them. */
export async function listSeatViews(db: Queryable, assignmentIds: readonly string[]) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      shiftId: shifts.id,
      rotationId: rotations.id,
      rotationName: rotations.name,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(sql`${assignments.id} = any(${sql.param([...assignmentIds])}::uuid[])`)
}

export type SeatViewRow = Awaited<ReturnType<typeof listSeatViews>>[number]

/**
 * Proposals that ran out of time and whose proposers do not know yet, locked; another replica at the same work passes
 * over them.
 */
export async function lockExpiredUntold(tx: Tx, now: Date, limit: number) {
  return tx
    .select()
    .from(proposals)
    .where(
      and(
        isNull(proposals.expiryToldAt),
        isNull(proposals.carriedOutAt),
        isNull(proposals.withdrawnAt),
        isNull(proposals.refusedAt),
        isNull(proposals.closedAt),
        lte(proposals.expiresAt, now)
      )
    )
    .orderBy(asc(proposals.id))
    .limit(limit)
    .for('update', { skipLocked: true })
}

export async function markExpiryTold(tx: Tx, swapIds: readonly string[], expiryToldAt: Date): Promise<void> {
  await tx
    .update(proposals)
    .set({ expiryToldAt })
    .where(inArray(proposals.id, [...swapIds]))
}

export const VIEWS = ['asked', 'to_answer', 'offered', 'to_approve'] as const
export type View = (typeof VIEWS)[number]

export interface Viewer {
  employeeId: string
  /** Teams whose agreements the viewer may approve; null: all. */
  teamIds: readonly string[] | null
  now: Date
}

/** Newest first: what a person was asked, what of it waits for their answer, what they offered, or what waits for their approval. */
export async function listProposals(
  db: Queryable,
  view: View,
  viewer: Viewer,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
): Promise<ProposalRow[]> {
  const older = after
    ? sql`(${proposals.createdAt}, ${proposals.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  return db
    .select()
    .from(proposals)
    .where(and(seenIn(db, view, viewer), older))
    .orderBy(desc(proposals.createdAt), desc(proposals.id))
    .limit(limit)
}

function seenIn(db: Queryable, view: View, { employeeId, teamIds, now }: Viewer): SQL | undefined {
  if (view === 'offered') return eq(proposals.proposerId, employeeId)
  if (view === 'asked' || view === 'to_answer') {
    const of = view === 'asked' ? eq(proposalAsks.employeeId, employeeId) : waitsFor(employeeId, now)
    const asked = db
      .select({ one: sql`1` })
      .from(proposalAsks)
      .where(and(eq(proposalAsks.proposalId, proposals.id), of))
    return exists(asked)
  }
  const ofTeam = db
    .select({ one: sql`1` })
    .from(people)
    .where(
      and(
        or(eq(people.id, proposals.proposerId), eq(people.id, proposals.acceptedById)),
        teamIds === null ? undefined : sql`${people.teamId} = any(${sql.param([...teamIds])}::uuid[])`
      )
    )
  return and(
    eq(proposals.needsApproval, true),
    gt(proposals.expiresAt, now),
    sql`${proposals.acceptedAt} is not null`,
    isNull(proposals.carriedOutAt),
    isNull(proposals.withdrawnAt),
    isNull(proposals.refusedAt),
    isNull(proposals.closedAt),
    exists(ofTeam)
  )
}
