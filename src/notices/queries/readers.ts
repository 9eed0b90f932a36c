import { and, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, mayEnter } from '../../../db/schema/employees.ts'
import { noticePreferences, quietHours } from '../../../db/schema/notice-preferences.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import type { Channel, NoticeMode } from '../../words.ts'

/** Who these people are to a message, with what they chose; `quiet` is null where they chose nothing. One query. */
export async function listReaders(db: Queryable, employeeIds: readonly string[]) {
  const chosen = sql<Partial<Record<Channel, Record<string, NoticeMode>>>>`(
    select coalesce(json_object_agg(own.channel, own.modes), '{}'::json)
    from (
      select p.channel, json_object_agg(p.notice_group, p.mode) as modes
      from notice_preferences p where p.employee_id = employees.id group by p.channel
    ) own
  )`
  return db
    .select({
      employeeId: employees.id,
      name: employees.name,
      email: employees.email,
      locale: employees.locale,
      timeZone: employees.timeZone,
      mayEnter: sql<boolean>`${mayEnter()}`,
      slackUserId: slackLinks.slackUserId,
      modes: chosen,
      quiet: { setAt: quietHours.setAt, startsAt: quietHours.startsAt, endsAt: quietHours.endsAt }
    })
    .from(employees)
    .leftJoin(
      slackLinks,
      and(
        eq(slackLinks.employeeId, employees.id),
        sql`lower(${slackLinks.email}) = lower(${employees.email})`
      )
    )
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
  modes: readonly { noticeGroup: string; channel: Channel; mode: NoticeMode }[],
  setAt: Date
): Promise<void> {
  if (modes.length === 0) return
  await tx
    .insert(noticePreferences)
    .values(modes.map((row) => ({ ...row, employeeId, setAt })))
    .onConflictDoUpdate({
      target: [noticePreferences.employeeId, noticePreferences.noticeGroup, noticePreferences.channel],
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
