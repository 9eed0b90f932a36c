import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees, grants, teamLeads } from '../../db/schema/employees.ts'
import { exemptionApprovals, exemptions } from '../../db/schema/exemptions.ts'
import { teams } from '../../db/schema/teams.ts'

const isOneOf = (ids: readonly string[]) => sql.param([...ids])

/** Granted ones with a day in [fromOn, toOn), of these people or of everybody, with the zone of the person. */
export async function listGranted(
  db: Queryable,
  { employeeIds, fromOn, toOn }: { employeeIds?: readonly string[]; fromOn: string; toOn: string }
) {
  const among = employeeIds && sql`${exemptions.employeeId} = any(${isOneOf(employeeIds)}::uuid[])`
  return db
    .select({
      employeeId: exemptions.employeeId,
      fromOn: exemptions.fromOn,
      toOn: exemptions.toOn,
      timeZone: employees.timeZone
    })
    .from(exemptions)
    .innerJoin(employees, eq(employees.id, exemptions.employeeId))
    .where(
      and(
        isNotNull(exemptions.grantedAt),
        isNull(exemptions.withdrawnAt),
        lt(exemptions.fromOn, toOn),
        gt(exemptions.toOn, fromOn),
        among
      )
    )
    .orderBy(asc(exemptions.employeeId), asc(exemptions.fromOn))
}

/** Until the transaction ends nobody else decides on exemptions of the team, so that its share is counted right. */
export async function lockTeamShare(tx: Tx, teamId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('exemptions ' || ${teamId}, 0))`)
}

export async function lockPerson(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

export async function findPerson(db: Queryable, employeeId: string) {
  const [row] = await db
    .select({
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      level: employees.level,
      timeZone: employees.timeZone,
      deactivatedAt: employees.deactivatedAt
    })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row ?? null
}

/** Seats that the person holds on shifts to come with a start on the days; what is published stays promised. */
export async function listPromisedWithin(
  db: Queryable,
  { employeeId, from, to }: { employeeId: string; from: Date; to: Date }
) {
  return db
    .select({
      assignmentId: assignments.id,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        gte(assignments.heldStartsAt, from),
        lt(assignments.heldStartsAt, to)
      )
    )
    .orderBy(asc(assignments.heldStartsAt))
}

/** Active people of the team, and granted exemptions of theirs that touch the days. */
export async function readShare(db: Queryable, teamId: string, days: { fromOn: string; toOn: string }) {
  const people = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.teamId, teamId), isNull(employees.deactivatedAt)))
  const granted = await listGranted(db, { ...days, employeeIds: people.map(({ id }) => id) })
  return { teamSize: people.length, granted }
}

export async function listLeadIds(db: Queryable, teamId: string): Promise<string[]> {
  const rows = await db
    .select({ id: teamLeads.employeeId })
    .from(teamLeads)
    .innerJoin(employees, eq(employees.id, teamLeads.employeeId))
    .where(and(eq(teamLeads.teamId, teamId), isNull(employees.deactivatedAt)))
    .orderBy(asc(teamLeads.employeeId))
  return rows.map(({ id }) => id)
}

export async function listHrIds(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: grants.employeeId })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .where(and(eq(grants.role, 'hr'), isNull(employees.deactivatedAt)))
    .orderBy(asc(grants.employeeId))
  return rows.map(({ id }) => id)
}

export async function insertExemption(tx: Tx, row: typeof exemptions.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(exemptions).values(row).returning({ id: exemptions.id })
  return inserted!.id
}

export async function insertApproval(tx: Tx, row: typeof exemptionApprovals.$inferInsert): Promise<void> {
  await tx.insert(exemptionApprovals).values(row)
}

export async function updateExemption(
  tx: Tx,
  exemptionId: string,
  change: Partial<typeof exemptions.$inferInsert>
): Promise<void> {
  await tx.update(exemptions).set(change).where(eq(exemptions.id, exemptionId))
}

export interface ApprovalRow {
  approverId: string
  name: string
  asLead: boolean
  asHr: boolean
  approvedAt: string
}

const APPROVALS = sql<ApprovalRow[]>`(
  select coalesce(json_agg(json_build_object(
    'approverId', a.approver_id, 'name', p.name, 'asLead', a.as_lead, 'asHr', a.as_hr, 'approvedAt', a.approved_at
  ) order by a.approved_at, a.id), '[]'::json)
  from exemption_approvals a join employees p on p.id = a.approver_id where a.exemption_id = "exemptions"."id"
)`

const refusers = alias(employees, 'refusers')

const select = (db: Queryable) =>
  db
    .select({
      id: exemptions.id,
      employeeId: exemptions.employeeId,
      employeeName: employees.name,
      teamId: employees.teamId,
      teamName: teams.name,
      timeZone: employees.timeZone,
      level: employees.level,
      fromOn: exemptions.fromOn,
      toOn: exemptions.toOn,
      reason: exemptions.reason,
      note: exemptions.note,
      askedAt: exemptions.askedAt,
      grantedAt: exemptions.grantedAt,
      refusedAt: exemptions.refusedAt,
      refusedById: exemptions.refusedBy,
      refusedByName: refusers.name,
      refusal: exemptions.refusal,
      withdrawnAt: exemptions.withdrawnAt,
      approvals: APPROVALS
    })
    .from(exemptions)
    .innerJoin(employees, eq(employees.id, exemptions.employeeId))
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .leftJoin(refusers, eq(refusers.id, exemptions.refusedBy))

export async function findExemption(db: Queryable, exemptionId: string) {
  const [row] = await select(db).where(eq(exemptions.id, exemptionId))
  return row ?? null
}

export type ExemptionRow = NonNullable<Awaited<ReturnType<typeof findExemption>>>

/** Of these teams' people and of one person, or all when null; by first day, latest first. */
export async function listExemptions(
  db: Queryable,
  reach: { employeeId: string; teamIds: string[] } | null,
  { teamId, after, limit }: { teamId?: string; after: { key: string; id: string } | null; limit: number }
): Promise<ExemptionRow[]> {
  const mine: SQL | undefined =
    reach === null
      ? undefined
      : or(eq(exemptions.employeeId, reach.employeeId), inArray(employees.teamId, reach.teamIds))
  const older = after
    ? sql`(${exemptions.fromOn}, ${exemptions.id}) < (${after.key}::date, ${after.id}::uuid)`
    : undefined
  return select(db)
    .where(and(mine, older, teamId === undefined ? undefined : eq(employees.teamId, teamId)))
    .orderBy(sql`${exemptions.fromOn} desc`, sql`${exemptions.id} desc`)
    .limit(limit)
}
