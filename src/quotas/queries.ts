import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../db/client.ts'
import { employees } from '../../db/schema/employees.ts'
import { quotas } from '../../db/schema/quotas.ts'
import { teams } from '../../db/schema/teams.ts'

/** What decides how much of a quota falls on each of these people, or on everybody who ever was one. */
export async function listEmployments(db: Queryable, employeeIds?: readonly string[]) {
  return db
    .select({
      id: employees.id,
      teamId: employees.teamId,
      ftePercent: employees.ftePercent,
      joinedOn: employees.joinedOn,
      leavesOn: employees.leavesOn,
      deactivatedAt: employees.deactivatedAt,
      timeZone: employees.timeZone,
      workingDays: employees.workingDays,
      workStartsAt: employees.workStartsAt,
      workEndsAt: employees.workEndsAt
    })
    .from(employees)
    .where(employeeIds && sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
}

/** People whom nothing tells apart but long absences, exemptions and quotas of their own. */
export interface Alike {
  ids: string[]
  teamId: string
  ftePercent: number
  joinedOn: string
  leavesOn: string | null
  deactivatedAt: Date | null
  /** Only where the day of being deactivated depends on it. */
  timeZone: string
}

/**
 * What decides how much of a quota falls on everybody who ever was one, as far as it does on the days [fromOn, toOn):
 * those who are alike in one row, as of ten thousand people nearly all are.
 */
export async function listAlike(
  db: Queryable,
  { fromOn, toOn }: { fromOn: string; toOn: string }
): Promise<Alike[]> {
  // A day before is as good as years before, and so is the end of the day in any zone.
  const long = sql`(${fromOn}::date - 2) at time zone 'UTC'`
  const isNews = sql`deactivated_at >= ${long}`
  const { rows } = await db.execute<Record<string, unknown> & AlikeRow>(sql`
    select team_id as "teamId", fte_percent as "ftePercent", greatest(joined_on, ${fromOn}::date) as "joinedOn",
      case when leaves_on < ${toOn}::date then greatest(leaves_on, ${fromOn}::date - 1) end as "leavesOn",
      greatest(deactivated_at, case when deactivated_at is not null then ${long} - interval '1 day' end) as "deactivatedAt",
      case when ${isNews} then time_zone else 'UTC' end as "timeZone",
      string_agg(id::text, ' ') as ids
    from employees group by 1, 2, 3, 4, 5, 6`)
  return rows.map(({ ids, deactivatedAt, ...row }) => ({
    ...row,
    ids: ids.split(' '),
    deactivatedAt: deactivatedAt === null ? null : new Date(deactivatedAt)
  }))
}

interface AlikeRow extends Omit<Alike, 'ids' | 'deactivatedAt'> {
  ids: string
  deactivatedAt: string | null
}

/**
 * Long absences with a day in [fromOn, toOn), as far as the kept ones hold, and of whom they do not. One query, so that
 * nobody is missed who becomes the other in between.
 */
export async function listLongAbsences(
  db: Queryable,
  { fromOn, toOn }: { fromOn: string; toOn: string }
): Promise<{ kept: { employeeId: string; fromOn: string; toOn: string }[]; staleIds: string[] }> {
  const { rows } = await db.execute<{ employeeId: string; fromOn: string | null; toOn: string | null }>(sql`
    select employee_id as "employeeId", from_on as "fromOn", to_on as "toOn" from long_absences
      where from_on < ${toOn}::date and to_on >= ${fromOn}::date
        and not exists (select from stale_absences where stale_absences.employee_id = long_absences.employee_id)
    union all select employee_id, null, null from stale_absences`)
  const isKept = (row: (typeof rows)[number]): row is typeof row & { fromOn: string; toOn: string } =>
    row.fromOn !== null
  return {
    kept: rows.filter(isKept),
    staleIds: rows.flatMap(({ employeeId, fromOn }) => (fromOn === null ? [employeeId] : []))
  }
}

/** Quotas with a day in [fromOn, toOn). */
export async function listQuotasInForce(db: Queryable, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  return db
    .select({
      scope: quotas.scope,
      teamId: quotas.teamId,
      employeeId: quotas.employeeId,
      minutes: quotas.minutes,
      perWeeks: quotas.perWeeks,
      fromOn: quotas.fromOn,
      toOn: quotas.toOn
    })
    .from(quotas)
    .where(and(lt(quotas.fromOn, toOn), or(isNull(quotas.toOn), gt(quotas.toOn, fromOn))))
}

const setters = alias(employees, 'setters')

const COLUMNS = {
  id: quotas.id,
  scope: quotas.scope,
  teamId: quotas.teamId,
  teamName: teams.name,
  employeeId: quotas.employeeId,
  employeeName: employees.name,
  minutes: quotas.minutes,
  perWeeks: quotas.perWeeks,
  fromOn: quotas.fromOn,
  toOn: quotas.toOn,
  createdAt: quotas.createdAt,
  createdBy: quotas.createdBy,
  createdByName: setters.name
}

/** Whose quotas a reader may see; null sees all. */
export interface Reach {
  employeeId: string
  teamIds: string[]
  /** Teams whose people's own quotas are visible too. */
  leads: string[]
}

function visibleTo({ employeeId, teamIds, leads }: Reach) {
  const isOne = (ids: string[]) => sql.param(ids)
  return sql`(${quotas.scope} = 'organisation'
    or ${quotas.teamId} = any(${isOne(teamIds)}::uuid[])
    or ${quotas.employeeId} = ${employeeId}
    or ${employees.teamId} = any(${isOne(leads)}::uuid[]))`
}

export interface QuotaPage {
  after: { at: Date; id: string } | null
  limit: number
  /** The history of one team, or of one person. */
  teamId?: string
  employeeId?: string
}

/** Newest first. */
export async function listQuotas(
  db: Queryable,
  reach: Reach | null,
  { after, limit, teamId, employeeId }: QuotaPage
) {
  const older = after
    ? sql`(${quotas.createdAt}, ${quotas.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  return db
    .select(COLUMNS)
    .from(quotas)
    .leftJoin(teams, eq(teams.id, quotas.teamId))
    .leftJoin(employees, eq(employees.id, quotas.employeeId))
    .leftJoin(setters, eq(setters.id, quotas.createdBy))
    .where(
      and(
        older,
        reach ? visibleTo(reach) : undefined,
        teamId === undefined ? undefined : eq(quotas.teamId, teamId),
        employeeId === undefined ? undefined : eq(quotas.employeeId, employeeId)
      )
    )
    .orderBy(sql`${quotas.createdAt} desc`, sql`${quotas.id} desc`)
    .limit(limit)
}

/** One quota with the names it needs to be shown. */
export async function readQuotaRow(db: Queryable, quotaId: string) {
  const [row] = await db
    .select(COLUMNS)
    .from(quotas)
    .leftJoin(teams, eq(teams.id, quotas.teamId))
    .leftJoin(employees, eq(employees.id, quotas.employeeId))
    .leftJoin(setters, eq(setters.id, quotas.createdBy))
    .where(eq(quotas.id, quotaId))
  return row ?? null
}

export async function lockQuota(tx: Tx, quotaId: string) {
  const [row] = await tx.select().from(quotas).where(eq(quotas.id, quotaId)).for('update')
  return row ?? null
}

export async function setQuotaEnd(tx: Tx, quotaId: string, toOn: string): Promise<void> {
  await tx.update(quotas).set({ toOn }).where(eq(quotas.id, quotaId))
}

export async function insertQuota(tx: Tx, quota: typeof quotas.$inferInsert) {
  const [row] = await tx.insert(quotas).values(quota).returning({ id: quotas.id })
  return row!.id
}

export async function hasQuotas(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: quotas.id }).from(quotas).limit(1)
  return rows.length > 0
}

export async function findTeam(db: Queryable, teamId: string) {
  const [row] = await db.select({ id: teams.id, name: teams.name }).from(teams).where(eq(teams.id, teamId))
  return row ?? null
}

export async function findEmployee(db: Queryable, employeeId: string) {
  const [row] = await db
    .select({
      id: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      level: employees.level
    })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row ?? null
}

/** Active people whom a quota could reach. */
export async function listHolders(
  db: Queryable,
  { teamId, employeeId }: { teamId: string | null; employeeId: string | null }
): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(
      and(
        isNull(employees.deactivatedAt),
        teamId === null ? undefined : eq(employees.teamId, teamId),
        employeeId === null ? undefined : eq(employees.id, employeeId)
      )
    )
  return rows.map(({ id }) => id)
}

export async function listEmployeeNames(
  db: Queryable,
  employeeIds: readonly string[]
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Takes people off the list of those whose long absences are out of date. */
export async function takeStale(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    delete from stale_absences where employee_id in (
      select employee_id from stale_absences order by employee_id limit ${limit} for update skip locked)
    returning employee_id as id`)
  return rows.map(({ id }) => id)
}

/** Replaces the long absences of these people. */
export async function insertLongAbsences(
  tx: Tx,
  employeeIds: string[],
  rows: { employeeId: string; fromOn: string; toOn: string }[]
): Promise<void> {
  await tx.execute(sql`delete from long_absences where employee_id = any(${sql.param(employeeIds)}::uuid[])`)
  await tx.execute(sql`
    insert into long_absences (employee_id, from_on, to_on)
    select * from unnest(${sql.param(rows.map(({ employeeId }) => employeeId))}::uuid[],
      ${sql.param(rows.map(({ fromOn }) => fromOn))}::date[], ${sql.param(rows.map(({ toOn }) => toOn))}::date[])`)
}
