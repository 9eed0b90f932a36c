import { and, asc, count, countDistinct, eq, gt, inArray, isNotNull, isNull, min, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, grants, mayEnter } from '../../../db/schema/employees.ts'
import { scimLeavers } from '../../../db/schema/scim.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { LeaverDecision } from '../../words.ts'

/** Any number will do that nothing else uses: leavers are counted one after the other. */
const BRAKE_LOCK = 7284

export async function lockBrake(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${BRAKE_LOCK})`)
}

const isUndecided = and(isNotNull(scimLeavers.heldAt), isNull(scimLeavers.decidedAt))

/** What the brake goes by: who left since, how many there were then, and whether anybody is held. */
export async function readBrakeFacts(db: Queryable, since: Date, leavingId: string) {
  const [left] = await db
    .select({ people: countDistinct(scimLeavers.employeeId) })
    .from(scimLeavers)
    .where(and(gt(scimLeavers.at, since), sql`${scimLeavers.employeeId} <> ${leavingId}`))
  const [here] = await db
    .select({ people: count() })
    .from(employees)
    .where(
      sql`${employees.deactivatedAt} is null or exists (
        select from scim_leavers l
        where l.employee_id = ${employees.id} and l.at > ${since.toISOString()}::timestamptz
      )`
    )
  const [held] = await db.select({ people: count() }).from(scimLeavers).where(isUndecided)
  return { leftBefore: left!.people, companySize: here!.people, held: held!.people }
}

export async function insertLeaver(tx: Tx, row: typeof scimLeavers.$inferInsert): Promise<void> {
  await tx.insert(scimLeavers).values(row)
}

/** Who waits for a decision, longest first, with their seats from `now` on. */
export async function listHeld(db: Queryable, now: Date) {
  return db
    .select({
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      teamName: teams.name,
      heldAt: scimLeavers.heldAt,
      seats: sql<number>`(
        select count(*)::int from assignments a
        where a.employee_id = "employees"."id" and a.released_at is null and a.held_starts_at >= ${now.toISOString()}::timestamptz
      )`
    })
    .from(scimLeavers)
    .innerJoin(employees, eq(employees.id, scimLeavers.employeeId))
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(isUndecided)
    .orderBy(asc(scimLeavers.heldAt), asc(employees.name), asc(employees.id))
}

/** How many wait for a decision, and since when the first of them does. One query for people whom nobody asked for. */
export async function readHeldFigures(db: Queryable): Promise<{ people: number; since: Date | null }> {
  const [row] = await db
    .select({ people: count(), since: min(scimLeavers.heldAt) })
    .from(scimLeavers)
    .where(isUndecided)
  return row!
}

/** Decides about those of them who are held still; who they are. */
export async function decideHeld(
  tx: Tx,
  employeeIds: readonly string[],
  outcome: { decision: LeaverDecision; decidedAt: Date; decidedBy: string | null }
): Promise<string[]> {
  if (employeeIds.length === 0) return []
  const rows = await tx
    .update(scimLeavers)
    .set(outcome)
    .where(and(isUndecided, inArray(scimLeavers.employeeId, [...employeeIds])))
    .returning({ id: scimLeavers.employeeId })
  return rows.map(({ id }) => id)
}

/** Administrators who can get in. */
export async function listAdmins(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .where(and(eq(grants.role, 'admin'), mayEnter()))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}
