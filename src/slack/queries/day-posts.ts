import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Db, Queryable } from '../../../db/client.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { slackDayPosts } from '../../../db/schema/slack-day-posts.ts'

/** Rotations that say in a channel who is on. */
export async function listTellingRotations(db: Queryable) {
  return db
    .select({
      id: rotations.id,
      name: rotations.name,
      timeZone: rotations.timeZone,
      channelId: sql<string>`${rotations.slackChannelId}`,
      locale: rotations.slackLocale
    })
    .from(rotations)
    .where(isNotNull(rotations.slackChannelId))
    .orderBy(asc(rotations.name))
}

export type TellingRotation = Awaited<ReturnType<typeof listTellingRotations>>[number]

export interface DayKey {
  rotationId: string
  onDay: string
}

const isOf = ({ rotationId, onDay }: DayKey) =>
  and(eq(slackDayPosts.rotationId, rotationId), eq(slackDayPosts.onDay, onDay))

export async function findDayPost(db: Queryable, key: DayKey) {
  const [row] = await db.select().from(slackDayPosts).where(isOf(key))
  return row ?? null
}

/**
 * Holds the post of a day until `until`, if nobody else does; null otherwise. One statement. The channel is that of the
 * rotation until an attempt is made whose outcome may be unknown.
 */
export async function claimDayPost(
  db: Db,
  { rotationId, onDay, channelId, claimedBy, now, until }: DayKey & Claiming
) {
  const [row] = await db
    .insert(slackDayPosts)
    .values({ rotationId, onDay, channelId, claimedBy, claimedUntil: until, attempts: 1 })
    .onConflictDoUpdate({
      target: [slackDayPosts.rotationId, slackDayPosts.onDay],
      set: {
        claimedBy,
        claimedUntil: until,
        attempts: sql`${slackDayPosts.attempts} + 1`,
        channelId: sql`case when ${slackDayPosts.attempts} = 0 then excluded.channel_id else ${slackDayPosts.channelId} end`
      },
      setWhere: sql`coalesce(${slackDayPosts.claimedUntil} <= ${now.toISOString()}::timestamptz, true)`
    })
    .returning()
  return row ?? null
}

interface Claiming {
  channelId: string
  claimedBy: string
  now: Date
  until: Date
}

export type DayPost = Exclude<Awaited<ReturnType<typeof findDayPost>>, null>

const isHeld = ({ rotationId, onDay, claimedBy }: DayPost) =>
  and(isOf({ rotationId, onDay }), eq(slackDayPosts.claimedBy, claimedBy!))

const LET_GO = { claimedBy: null, claimedUntil: null, lastError: null }

/** It is in the channel under this name, and says this. */
export async function markPosted(
  db: Db,
  held: DayPost,
  { ts, says, at }: { ts: string; says: string; at: Date }
) {
  await db
    .update(slackDayPosts)
    .set({ ts, says, postedAt: at, ...LET_GO })
    .where(isHeld(held))
}

export async function markEdited(
  db: Db,
  held: DayPost,
  { says, at }: { says: string; at: Date }
): Promise<void> {
  await db
    .update(slackDayPosts)
    .set({ says, changedAt: at, ...LET_GO })
    .where(isHeld(held))
}

/** It is tried again from `until` on. `attempts` 0: Slack has said no, so it cannot be in the channel. */
export async function markFailed(
  db: Db,
  held: DayPost,
  outcome: { until: Date; lastError: string; attempts: number; says?: string }
): Promise<void> {
  const { until, ...others } = outcome
  await db
    .update(slackDayPosts)
    .set({ claimedBy: null, claimedUntil: until, ...others })
    .where(isHeld(held))
}

/** The latest post of every rotation that has a channel, where there is one. */
export async function listLatestPosts(db: Queryable) {
  return db
    .selectDistinctOn([rotations.id], {
      rotation: { id: rotations.id, name: rotations.name },
      channelId: sql<string>`${rotations.slackChannelId}`,
      onDay: slackDayPosts.onDay,
      postedAt: slackDayPosts.postedAt,
      changedAt: slackDayPosts.changedAt,
      lastError: slackDayPosts.lastError
    })
    .from(rotations)
    .leftJoin(slackDayPosts, eq(slackDayPosts.rotationId, rotations.id))
    .where(isNotNull(rotations.slackChannelId))
    .orderBy(asc(rotations.id), desc(slackDayPosts.onDay))
}

export async function deletePostsBefore(db: Db, beforeOn: string): Promise<void> {
  await db.delete(slackDayPosts).where(lt(slackDayPosts.onDay, beforeOn))
}
