import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { seatShares } from '../../../db/schema/seat-shares.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { SeatShares } from '../../engine/facts/problem-people.ts'

type Week = {
  rotationId: string
  weekOn: string
}

/** The kept ones, unless they are older than that, of another rotation by now, or from before the last quota was set. */
export async function findShares(
  db: Queryable,
  { rotationId, weekOn, asked, after }: Week & { asked: string; after: Date }
): Promise<SeatShares | null> {
  const [row] = await db
    .select({ shares: seatShares.shares })
    .from(seatShares)
    .where(
      and(
        eq(seatShares.rotationId, rotationId),
        eq(seatShares.weekOn, weekOn),
        eq(seatShares.asked, asked),
        gt(seatShares.reckonedAt, after),
        sql`not exists (select from ${quotas} where ${quotas.createdAt} > ${seatShares.reckonedAt})`
      )
    )
  return row?.shares ?? null
}

/** The weeks in which each rotation still has shifts, with what is kept of them, those that wait longest first. */
export async function listWeeksAhead(db: Queryable, now: Date) {
  const { rows } = await db.execute<
    Week & Record<'asked' | 'reckonedAt', string | null> & { isOutdated: boolean }
  >(sql`
    select weeks.rotation_id as "rotationId", weeks.week_on::text as "weekOn", kept.asked,
      kept.reckoned_at as "reckonedAt",
      exists (select from quotas where quotas.created_at > kept.reckoned_at) as "isOutdated"
    from (
      select distinct ${shifts.rotationId} as rotation_id, date_trunc('week', ${shifts.onDay}::timestamp)::date as week_on
      from ${shifts} where ${shifts.endsAt} > ${now.toISOString()}::timestamptz
    ) as weeks
    left join ${seatShares} as kept on kept.rotation_id = weeks.rotation_id and kept.week_on = weeks.week_on
    order by kept.reckoned_at nulls first, weeks.week_on, weeks.rotation_id`)
  return rows.map(({ reckonedAt, ...week }) => ({
    ...week,
    reckonedAt: reckonedAt === null ? null : new Date(reckonedAt)
  }))
}

export async function keepShares(db: Queryable, row: typeof seatShares.$inferInsert): Promise<void> {
  const { shares, asked, reckonedAt } = row
  await db
    .insert(seatShares)
    .values(row)
    .onConflictDoUpdate({
      target: [seatShares.rotationId, seatShares.weekOn],
      set: { shares, asked, reckonedAt }
    })
}

/** Weeks before this one: nobody takes their shifts any more. */
export async function forgetSharesBefore(db: Queryable, weekOn: string): Promise<void> {
  await db.delete(seatShares).where(lt(seatShares.weekOn, weekOn))
}
