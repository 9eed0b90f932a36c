import { and, asc, eq, exists, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { apiKeys } from '../../../db/schema/api-keys.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, grants, mayEnter, teamLeads } from '../../../db/schema/employees.ts'
import { feedAddresses } from '../../../db/schema/feed-addresses.ts'
import { sessions, signInLinks } from '../../../db/schema/sessions.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import type { GrantedRole } from '../../words.ts'

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

/**
 * These people and all active administrators, locked in id order: whoever takes a role away or ends a person
 * waits here, so two administrators cannot remove each other at once.
 */
export async function lockWithAdmins(tx: Tx, employeeIds: readonly string[]) {
  const isAdmin = exists(
    tx
      .select({ role: grants.role })
      .from(grants)
      .where(and(eq(grants.employeeId, employees.id), eq(grants.role, 'admin')))
  )
  return tx
    .select({
      id: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      isHost: employees.isHost,
      deactivatedAt: employees.deactivatedAt
    })
    .from(employees)
    .where(or(sql`${employees.id} = ${anyOf(employeeIds)}`, and(isAdmin, isNull(employees.deactivatedAt))))
    .orderBy(asc(employees.id))
    .for('no key update')
}

/** Administrators who can get in; before a decision, read after the lock. */
export async function activeAdminIds(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .where(and(eq(grants.role, 'admin'), mayEnter()))
  return rows.map(({ id }) => id)
}

export async function markDeactivated(tx: Tx, employeeIds: readonly string[], now: Date): Promise<void> {
  await tx
    .update(employees)
    .set({ deactivatedAt: now, suspendedAt: null })
    .where(sql`${employees.id} = ${anyOf(employeeIds)}`)
}

/** Takes access away and gives it back; everything else of them stays. */
export async function markSuspended(tx: Tx, employeeIds: readonly string[], at: Date | null): Promise<void> {
  await tx
    .update(employees)
    .set({ suspendedAt: at })
    .where(sql`${employees.id} = ${anyOf(employeeIds)}`)
}

export async function endSessionsOf(tx: Tx, employeeIds: readonly string[], now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(sql`${sessions.employeeId} = ${anyOf(employeeIds)}`, isNull(sessions.endedAt)))
}

/** Who returns is looked up anew. */
export async function deleteSlackLinksOf(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await tx.delete(slackLinks).where(sql`${slackLinks.employeeId} = ${anyOf(employeeIds)}`)
}

/** Every secret with which somebody gets in, or a program for them; what is used up or revoked stays as it was. */
export async function endSecretsOf(tx: Tx, employeeIds: readonly string[], now: Date): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(sql`${apiKeys.employeeId} = ${anyOf(employeeIds)}`, isNull(apiKeys.revokedAt)))
  await tx
    .update(feedAddresses)
    .set({ revokedAt: now })
    .where(and(sql`${feedAddresses.employeeId} = ${anyOf(employeeIds)}`, isNull(feedAddresses.revokedAt)))
  await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(and(sql`${signInLinks.employeeId} = ${anyOf(employeeIds)}`, isNull(signInLinks.usedAt)))
}

/** Gives up every seat on a shift that has not begun; a shift under way is finished. */
export async function releaseFutureSeats(tx: Tx, employeeIds: readonly string[], now: Date) {
  return tx
    .update(assignments)
    .set({ releasedAt: now })
    .where(
      and(
        sql`${assignments.employeeId} = ${anyOf(employeeIds)}`,
        isNull(assignments.releasedAt),
        gte(assignments.heldStartsAt, now)
      )
    )
    .returning({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
}

export async function listLeadsOf(tx: Tx, teamIds: readonly string[]) {
  return tx
    .select({ teamId: teamLeads.teamId, employeeId: teamLeads.employeeId })
    .from(teamLeads)
    .innerJoin(employees, eq(employees.id, teamLeads.employeeId))
    .where(and(sql`${teamLeads.teamId} = ${anyOf(teamIds)}`, isNull(employees.deactivatedAt)))
}

/** Who is gone leads nothing and holds no role, also after a return. */
export async function deleteRoles(tx: Tx, employeeIds: readonly string[]) {
  const leads = await tx
    .delete(teamLeads)
    .where(sql`${teamLeads.employeeId} = ${anyOf(employeeIds)}`)
    .returning({ employeeId: teamLeads.employeeId, teamId: teamLeads.teamId })
  const granted = await tx
    .delete(grants)
    .where(sql`${grants.employeeId} = ${anyOf(employeeIds)}`)
    .returning({ employeeId: grants.employeeId, role: grants.role })
  return { leads, granted }
}

export async function insertGrant(
  tx: Tx,
  grant: { employeeId: string; role: GrantedRole; grantedAt: Date; grantedBy: string | null }
): Promise<boolean> {
  const rows = await tx.insert(grants).values(grant).onConflictDoNothing().returning({ role: grants.role })
  return rows.length > 0
}

export async function deleteGrant(tx: Tx, employeeId: string, role: GrantedRole): Promise<boolean> {
  const rows = await tx
    .delete(grants)
    .where(and(eq(grants.employeeId, employeeId), inArray(grants.role, [role])))
    .returning({ role: grants.role })
  return rows.length > 0
}
