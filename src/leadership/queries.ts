import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import { leadersFirstOverrides, leadersFirstPolicies } from '../../db/schema/leaders-first.ts'
import { publications } from '../../db/schema/publications.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'
import type { Level } from '../words.ts'

/** What was set, latest first. */
export async function listPolicies(db: Queryable) {
  return db
    .select({
      isOn: leadersFirstPolicies.isOn,
      reason: leadersFirstPolicies.reason,
      setAt: leadersFirstPolicies.setAt,
      setBy: { id: employees.id, name: employees.name }
    })
    .from(leadersFirstPolicies)
    .innerJoin(employees, eq(employees.id, leadersFirstPolicies.setBy))
    .orderBy(desc(leadersFirstPolicies.setAt), desc(leadersFirstPolicies.id))
}

export async function findPolicy(db: Queryable): Promise<boolean | null> {
  const [row] = await db
    .select({ isOn: leadersFirstPolicies.isOn })
    .from(leadersFirstPolicies)
    .orderBy(desc(leadersFirstPolicies.setAt), desc(leadersFirstPolicies.id))
    .limit(1)
  return row?.isOn ?? null
}

/** Until the transaction ends nobody else changes the policy. */
export async function lockPolicy(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('leaders first', 0))`)
}

export async function insertPolicy(tx: Tx, row: typeof leadersFirstPolicies.$inferInsert): Promise<void> {
  await tx.insert(leadersFirstPolicies).values(row)
}

/** Minutes of seats in force on days from one on, by person. */
export async function sumPromisedFrom(db: Queryable, fromOn: string, employeeIds: readonly string[]) {
  const minutes = sql<number>`sum(extract(epoch from ${assignments.heldEndsAt} - ${assignments.heldStartsAt}) / 60)`
  const rows = await db
    .select({ employeeId: assignments.employeeId, minutes: minutes.mapWith(Number) })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        isNull(assignments.releasedAt),
        gte(shifts.onDay, fromOn),
        inArray(assignments.employeeId, [...employeeIds])
      )
    )
    .groupBy(assignments.employeeId)
  return new Map(rows.map(({ employeeId, minutes }) => [employeeId, minutes]))
}

export async function listNames(db: Queryable, employeeIds: readonly string[]) {
  return db
    .select({ employeeId: employees.id, name: employees.name })
    .from(employees)
    .where(inArray(employees.id, [...employeeIds]))
    .orderBy(asc(employees.name), asc(employees.id))
}

export async function insertOverride(tx: Tx, row: typeof leadersFirstOverrides.$inferInsert): Promise<void> {
  await tx.insert(leadersFirstOverrides).values(row)
}

const overriders = alias(employees, 'overriders')

/** Publications that touch some days and went ahead without leaders, latest first. */
export async function listOverrides(db: Queryable, { fromOn, toOn }: { fromOn: string; toOn: string }) {
  return db
    .select({
      publicationId: publications.id,
      rotationName: rotations.name,
      fromOn: publications.fromOn,
      toOn: publications.toOn,
      leaders: sql<number>`cardinality(${leadersFirstOverrides.leaderIds})`.mapWith(Number),
      reason: leadersFirstOverrides.reason,
      overriddenAt: leadersFirstOverrides.overriddenAt,
      overriddenById: leadersFirstOverrides.overriddenBy,
      overriddenByName: overriders.name
    })
    .from(leadersFirstOverrides)
    .innerJoin(publications, eq(publications.id, leadersFirstOverrides.publicationId))
    .innerJoin(rotations, eq(rotations.id, publications.rotationId))
    .leftJoin(overriders, eq(overriders.id, leadersFirstOverrides.overriddenBy))
    .where(and(lt(publications.fromOn, toOn), gt(publications.toOn, fromOn), isNull(publications.revertedAt)))
    .orderBy(desc(leadersFirstOverrides.overriddenAt), desc(leadersFirstOverrides.publicationId))
}

/** Everybody who ever worked here, by level and by whether they did on a day of [fromOn, toOn). */
export async function listPeople(
  db: Queryable,
  { fromOn, toOn }: { fromOn: string; toOn: string }
): Promise<{ level: Level; isEmployed: boolean; ids: string[] }[]> {
  const goneOn = sql`least(leaves_on, (deactivated_at at time zone time_zone)::date)`
  const { rows } = await db.execute<{ level: Level; isEmployed: boolean; ids: string }>(sql`
    select level, joined_on < ${toOn}::date and (${goneOn} is null or ${goneOn} >= ${fromOn}::date) as "isEmployed",
      string_agg(id::text, ' ') as ids
    from employees group by 1, 2`)
  return rows.map(({ ids, ...row }) => ({ ...row, ids: ids.split(' ') }))
}

export async function listLeaderIds(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(sql`${employees.level} <> 'staff'`, isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}
