import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { activityReports } from '../../db/schema/activity-reports.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import type { ActivitySource } from '../words.ts'

/** Active people by address (small letters) or id. */
export async function listPeopleNamed(db: Queryable, { emails, ids }: { emails: string[]; ids: string[] }) {
  return db
    .select({ id: employees.id, email: sql<string>`lower(${employees.email})` })
    .from(employees)
    .where(
      and(
        isNull(employees.deactivatedAt),
        sql`(lower(${employees.email}) = any(${sql.param(emails)}::text[]) or ${employees.id} = any(${sql.param(ids)}::uuid[]))`
      )
    )
}

const people = (employeeIds: readonly string[]) => sql.param([...employeeIds])

/** Seats that these people hold and that end or begin within the span, with whether their hours are in the ledger. */
export async function listSeatsAround(
  db: Queryable,
  { employeeIds, from, to }: { employeeIds: readonly string[]; from: Date; to: Date }
) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      // Names in full: drizzle leaves out the table in a select of one, and then both ids would be the ledger's.
      isConfirmed: sql<boolean>`exists (select from ledger_entries
        where ledger_entries.assignment_id = assignments.id and ledger_entries.kind = 'worked')`
    })
    .from(assignments)
    .where(
      and(
        sql`${assignments.employeeId} = any(${people(employeeIds)}::uuid[])`,
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, from),
        lt(assignments.heldStartsAt, to)
      )
    )
    .orderBy(asc(assignments.heldStartsAt))
}

/** What is known of these people within the span. */
export async function listReports(
  db: Queryable,
  { employeeIds, from, to }: { employeeIds: readonly string[]; from: Date; to: Date }
) {
  return db
    .select({
      employeeId: activityReports.employeeId,
      source: activityReports.source,
      startsAt: activityReports.startsAt,
      endsAt: activityReports.endsAt,
      tickets: activityReports.tickets
    })
    .from(activityReports)
    .where(
      and(
        sql`${activityReports.employeeId} = any(${people(employeeIds)}::uuid[])`,
        gt(activityReports.endsAt, from),
        lt(activityReports.startsAt, to)
      )
    )
    .orderBy(asc(activityReports.startsAt), asc(activityReports.id))
}

/** Reports known by these names, held until the transaction ends so that two senders of one report take turns. */
export async function lockReports(tx: Tx, source: ActivitySource, externalIds: string[]) {
  return tx
    .select()
    .from(activityReports)
    .where(
      and(
        eq(activityReports.source, source),
        sql`${activityReports.externalId} = any(${sql.param(externalIds)}::text[])`
      )
    )
    .orderBy(asc(activityReports.externalId))
    .for('update')
}

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000

/** Writes reports; one that is known by its name says from now on what it says here. In the order of their names. */
export async function writeReports(tx: Tx, rows: (typeof activityReports.$inferInsert)[]): Promise<void> {
  const sorted = rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))
  for (let from = 0; from < sorted.length; from += BATCH) {
    await tx
      .insert(activityReports)
      .values(sorted.slice(from, from + BATCH))
      .onConflictDoUpdate({
        target: [activityReports.source, activityReports.externalId],
        set: {
          employeeId: sql`excluded.employee_id`,
          startsAt: sql`excluded.starts_at`,
          endsAt: sql`excluded.ends_at`,
          tickets: sql`excluded.tickets`,
          reportedAt: sql`excluded.reported_at`
        }
      })
  }
}

export async function deleteReportsBefore(db: Queryable, before: Date): Promise<void> {
  await db.delete(activityReports).where(lt(activityReports.endsAt, before))
}
