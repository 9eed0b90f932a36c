import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { shiftHandovers } from '../../../db/schema/shift-handovers.ts'
import { shifts } from '../../../db/schema/shifts.ts'

/** A note older than this concerns nobody any more. Our own. */
const REACHES_DAYS = 7

const somebodySits = (shift: string) =>
  sql.raw(`exists(select from assignments a where a.shift_id = ${shift}.id and a.released_at is null)`)

/** The notes left on the last shift before this one on which anybody sat, and those left on this one. */
export async function listHandovers(db: Queryable, shiftId: string) {
  const before = sql`(
    select p.id from shifts s
    join shifts p on p.rotation_id = s.rotation_id and p.starts_at < s.starts_at
    where s.id = ${shiftId}::uuid and p.starts_at > s.starts_at - make_interval(days => ${REACHES_DAYS})
      and ${somebodySits('p')}
    order by p.starts_at desc limit 1
  )`
  return db
    .select({
      shiftId: shiftHandovers.shiftId,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      employeeId: shiftHandovers.employeeId,
      name: employees.name,
      note: shiftHandovers.note,
      writtenAt: shiftHandovers.writtenAt,
      changedAt: shiftHandovers.changedAt
    })
    .from(shiftHandovers)
    .innerJoin(shifts, eq(shifts.id, shiftHandovers.shiftId))
    .innerJoin(employees, eq(employees.id, shiftHandovers.employeeId))
    .where(sql`${shiftHandovers.shiftId} in (${shiftId}::uuid, ${before})`)
    .orderBy(asc(shiftHandovers.writtenAt), asc(shiftHandovers.id))
}

/** The first shift after this one on which anybody sits. */
export async function findNextShiftId(db: Queryable, shiftId: string): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select n.id from shifts s
    join shifts n on n.rotation_id = s.rotation_id and n.starts_at > s.starts_at
    where s.id = ${shiftId}::uuid and n.starts_at < s.ends_at + make_interval(days => ${REACHES_DAYS})
      and ${somebodySits('n')}
    order by n.starts_at limit 1
  `)
  return rows[0]?.id ?? null
}

const isTheirs = (shiftId: string, employeeId: string) =>
  and(eq(shiftHandovers.shiftId, shiftId), eq(shiftHandovers.employeeId, employeeId))

export async function findHandover(db: Queryable, shiftId: string, employeeId: string) {
  const [row] = await db
    .select({ id: shiftHandovers.id, note: shiftHandovers.note })
    .from(shiftHandovers)
    .where(isTheirs(shiftId, employeeId))
  return row ?? null
}

export async function putHandover(
  tx: Tx,
  row: { shiftId: string; employeeId: string; note: string; writtenAt: Date }
): Promise<string> {
  const [written] = await tx
    .insert(shiftHandovers)
    .values(row)
    .onConflictDoUpdate({
      target: [shiftHandovers.shiftId, shiftHandovers.employeeId],
      set: { note: row.note, changedAt: row.writtenAt }
    })
    .returning({ id: shiftHandovers.id })
  return written!.id
}

export async function deleteHandover(tx: Tx, shiftId: string, employeeId: string): Promise<void> {
  await tx.delete(shiftHandovers).where(isTheirs(shiftId, employeeId))
}

/** Whoever writes or takes back a note, one after the other. */
export async function lockAuthor(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}
