import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'

/** One parameter however many ids: PostgreSQL takes 65,535 parameters at most. */
const among = (ids: readonly string[] | undefined) =>
  ids && sql`${absences.employeeId} = any(${sql.param([...ids])}::uuid[])`

/** A busy hour in a subscribed calendar is a meeting; what lasts nearly a day is leave, also where it is entered as 8 to 4 and lasts days. */
const LEAVE_HOURS = sql.raw(`interval '20 hours'`)
const isLeave = sql`(${absences.source} <> 'feed' or ${absences.endsAt} - ${absences.startsAt} >= ${LEAVE_HOURS})`

export async function listSpans(
  db: Queryable,
  {
    employeeIds,
    from,
    to,
    leavesOnly = false
  }: { employeeIds?: readonly string[]; from: Date; to: Date; leavesOnly?: boolean }
) {
  return db
    .select({
      employeeId: absences.employeeId,
      startsAt: absences.startsAt,
      endsAt: absences.endsAt
    })
    .from(absences)
    .where(
      and(
        gt(absences.endsAt, from),
        lt(absences.startsAt, to),
        among(employeeIds),
        leavesOnly ? isLeave : undefined
      )
    )
    .orderBy(asc(absences.employeeId), asc(absences.startsAt))
}

const OWN_COLUMNS = {
  id: absences.id,
  startsAt: absences.startsAt,
  endsAt: absences.endsAt,
  kind: absences.kind
}

/** With the kind, so only for the person: by start, newest first. */
export async function listOwn(
  db: Queryable,
  employeeId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
) {
  const older = after
    ? sql`(${absences.startsAt}, ${absences.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  return db
    .select(OWN_COLUMNS)
    .from(absences)
    .where(and(eq(absences.employeeId, employeeId), older))
    .orderBy(sql`${absences.startsAt} desc`, sql`${absences.id} desc`)
    .limit(limit)
}

export async function lockPerson(tx: Tx, employeeId: string): Promise<void> {
  await tx.select({ id: employees.id }).from(employees).where(eq(employees.id, employeeId)).for('update')
}

export async function findOverlapping(tx: Tx, employeeId: string, span: { startsAt: Date; endsAt: Date }) {
  const [row] = await tx
    .select({ id: absences.id, startsAt: absences.startsAt, endsAt: absences.endsAt })
    .from(absences)
    .where(
      and(
        eq(absences.employeeId, employeeId),
        lt(absences.startsAt, span.endsAt),
        gt(absences.endsAt, span.startsAt)
      )
    )
    .limit(1)
  return row ?? null
}

export async function insertAbsence(tx: Tx, absence: typeof absences.$inferInsert) {
  const [row] = await tx.insert(absences).values(absence).returning(OWN_COLUMNS)
  return row!
}

export async function deleteAbsence(tx: Tx, absenceId: string, employeeId: string) {
  const [row] = await tx
    .delete(absences)
    .where(and(eq(absences.id, absenceId), eq(absences.employeeId, employeeId)))
    .returning({ id: absences.id, startsAt: absences.startsAt, endsAt: absences.endsAt })
  return row ?? null
}
