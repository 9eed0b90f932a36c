import { eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { noticePreferences, quietHours } from '../../../db/schema/notice-preferences.ts'
import type { NoticeMode } from '../../words.ts'

/** Who these people are to a message, with what they chose; `quiet` is null where they chose nothing. One query. */
export async function listReaders(db: Queryable, employeeIds: readonly string[]) {
  const chosen = sql<Record<string, NoticeMode>>`(
    select coalesce(json_object_agg(p.notice_group, p.mode), '{}'::json)
    from notice_preferences p where p.employee_id = employees.id
  )`
  return db
    .select({
      employeeId: employees.id,
      name: employees.name,
      email: employees.email,
      locale: employees.locale,
      timeZone: employees.timeZone,
      deactivatedAt: employees.deactivatedAt,
      modes: chosen,
      quiet: { setAt: quietHours.setAt, startsAt: quietHours.startsAt, endsAt: quietHours.endsAt }
    })
    .from(employees)
    .leftJoin(quietHours, eq(quietHours.employeeId, employees.id))
    .where(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
}

export type ReaderRow = Awaited<ReturnType<typeof listReaders>>[number]

export async function lockReader(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

export async function upsertModes(
  tx: Tx,
  employeeId: string,
  modes: readonly { noticeGroup: string; mode: NoticeMode }[],
  setAt: Date
): Promise<void> {
  if (modes.length === 0) return
  await tx
    .insert(noticePreferences)
    .values(modes.map((row) => ({ ...row, employeeId, setAt })))
    .onConflictDoUpdate({
      target: [noticePreferences.employeeId, noticePreferences.noticeGroup],
      set: { mode: sql`excluded.mode`, setAt }
    })
}

export async function upsertQuietHours(
  tx: Tx,
  employeeId: string,
  hours: { startsAt: string | null; endsAt: string | null },
  setAt: Date
): Promise<void> {
  await tx
    .insert(quietHours)
    .values({ employeeId, ...hours, setAt })
    .onConflictDoUpdate({ target: quietHours.employeeId, set: { ...hours, setAt } })
}
