import { and, asc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'

/** One parameter however many ids: PostgreSQL takes 65,535 parameters at most. */
const among = (ids: readonly string[] | undefined) =>
  ids && sql`${absences.employeeId} = any(${sql.param([...ids])}::uuid[])`

/** A busy hour in a subscribed calendar is a meeting; what lasts nearly a day is leave, also where it is entered as 8 to 4 and lasts days. */
const LEAVE_HOURS = sql.raw(`interval '20 hours'`)
/** What counts as leave where hours due are reckoned. */
export const isLeave = sql`(${absences.source} <> 'feed' or ${absences.endsAt} - ${absences.startsAt} >= ${LEAVE_HOURS})`

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
  kind: absences.kind,
  source: absences.source
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

const PERSON_COLUMNS = {
  id: employees.id,
  name: employees.name,
  email: employees.email,
  teamId: employees.teamId,
  zone: employees.timeZone,
  workStartsAt: employees.workStartsAt,
  workEndsAt: employees.workEndsAt,
  deactivatedAt: employees.deactivatedAt
}

/** Holds these people until the transaction ends, in id order. */
export async function lockPeople(tx: Tx, employeeIds: readonly string[]) {
  return tx
    .select(PERSON_COLUMNS)
    .from(employees)
    .where(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
    .orderBy(asc(employees.id))
    .for('no key update')
}

export type LockedPerson = Awaited<ReturnType<typeof lockPeople>>[number]

export async function lockPerson(tx: Tx, employeeId: string): Promise<LockedPerson | null> {
  const [person] = await lockPeople(tx, [employeeId])
  return person ?? null
}

/** Absences noted or imported of these people that touch [from, to), by person and start; a subscribed calendar may say the same once more. */
export async function listNoted(
  db: Queryable,
  { employeeIds, from, to }: { employeeIds: readonly string[]; from: Date; to: Date }
) {
  return db
    .select({ employeeId: absences.employeeId, ...OWN_COLUMNS })
    .from(absences)
    .where(
      and(
        ne(absences.source, 'feed'),
        among(employeeIds),
        lt(absences.startsAt, to),
        gt(absences.endsAt, from)
      )
    )
    .orderBy(asc(absences.employeeId), asc(absences.startsAt))
}

export async function insertAbsence(tx: Tx, absence: typeof absences.$inferInsert) {
  const [row] = await tx.insert(absences).values(absence).returning(OWN_COLUMNS)
  return row!
}

/** Rows per statement: PostgreSQL takes 65,535 parameters, and an absence has eight. */
const BATCH = 1000

export async function insertAbsences(tx: Tx, rows: (typeof absences.$inferInsert)[]) {
  const written: { id: string; employeeId: string; startsAt: Date; endsAt: Date }[] = []
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = await tx
      .insert(absences)
      .values(rows.slice(from, from + BATCH))
      .returning({
        id: absences.id,
        employeeId: absences.employeeId,
        startsAt: absences.startsAt,
        endsAt: absences.endsAt
      })
    written.push(...batch)
  }
  return written
}

export async function findOwn(tx: Tx, absenceId: string, employeeId: string) {
  const [row] = await tx
    .select(OWN_COLUMNS)
    .from(absences)
    .where(and(eq(absences.id, absenceId), eq(absences.employeeId, employeeId)))
  return row ?? null
}

export async function deleteAbsence(tx: Tx, absenceId: string): Promise<void> {
  await tx.delete(absences).where(eq(absences.id, absenceId))
}

/** Ids of the people with these addresses, which are in small letters. */
export async function listPeopleByEmail(db: Queryable, emails: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(sql`lower(${employees.email}) = any(${sql.param([...emails])}::text[])`)
  return rows.map(({ id }) => id)
}
