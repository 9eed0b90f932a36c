import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { employees, mayEnter } from '../../db/schema/employees.ts'
import { feedAddresses } from '../../db/schema/feed-addresses.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { teams } from '../../db/schema/teams.ts'

const OWN_COLUMNS = {
  id: feedAddresses.id,
  purpose: feedAddresses.purpose,
  teamId: feedAddresses.teamId,
  rotationId: feedAddresses.rotationId,
  showing: sql<string | null>`coalesce(${teams.name}, ${rotations.name})`,
  shownAs: feedAddresses.shownAs,
  createdAt: feedAddresses.createdAt,
  lastUsedAt: feedAddresses.lastUsedAt
}

/** A person's addresses that work, oldest first. */
export async function listFeeds(db: Queryable, employeeId: string) {
  return db
    .select(OWN_COLUMNS)
    .from(feedAddresses)
    .leftJoin(teams, eq(teams.id, feedAddresses.teamId))
    .leftJoin(rotations, eq(rotations.id, feedAddresses.rotationId))
    .where(and(eq(feedAddresses.employeeId, employeeId), isNull(feedAddresses.revokedAt)))
    .orderBy(asc(feedAddresses.createdAt), asc(feedAddresses.id))
}

/** The address behind a token, with what its reader needs; nothing once it is revoked or its person left. */
export async function findFeed(db: Queryable, tokenHash: string) {
  const [feed] = await db
    .select({
      ...OWN_COLUMNS,
      employeeId: feedAddresses.employeeId,
      locale: employees.locale
    })
    .from(feedAddresses)
    .innerJoin(employees, and(eq(employees.id, feedAddresses.employeeId), mayEnter()))
    .leftJoin(teams, eq(teams.id, feedAddresses.teamId))
    .leftJoin(rotations, eq(rotations.id, feedAddresses.rotationId))
    .where(and(eq(feedAddresses.tokenHash, tokenHash), isNull(feedAddresses.revokedAt)))
  return feed
}

export type FeedRow = Exclude<Awaited<ReturnType<typeof findFeed>>, undefined>

/** Notes the use unless one is noted since `before`, so that calendar programs do not write at every look. */
export async function noteUse(db: Queryable, feedId: string, now: Date, before: Date): Promise<void> {
  const isOld = or(isNull(feedAddresses.lastUsedAt), lt(feedAddresses.lastUsedAt, before))
  await db
    .update(feedAddresses)
    .set({ lastUsedAt: now })
    .where(and(eq(feedAddresses.id, feedId), isOld))
}

export async function lockOwner(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

export async function insertFeed(tx: Tx, row: typeof feedAddresses.$inferInsert): Promise<string> {
  const [feed] = await tx.insert(feedAddresses).values(row).returning({ id: feedAddresses.id })
  return feed!.id
}

/** Revokes a person's addresses in force: one, or the one there is of a purpose. Answers which they were. */
export async function revokeFeeds(
  tx: Tx,
  employeeId: string,
  which: { id: string } | Pick<typeof feedAddresses.$inferInsert, 'purpose' | 'teamId' | 'rotationId'>,
  now: Date
) {
  const those =
    'id' in which
      ? eq(feedAddresses.id, which.id)
      : and(
          eq(feedAddresses.purpose, which.purpose),
          which.teamId ? eq(feedAddresses.teamId, which.teamId) : undefined,
          which.rotationId ? eq(feedAddresses.rotationId, which.rotationId) : undefined
        )
  return tx
    .update(feedAddresses)
    .set({ revokedAt: now })
    .where(and(eq(feedAddresses.employeeId, employeeId), isNull(feedAddresses.revokedAt), those))
    .returning({ id: feedAddresses.id, purpose: feedAddresses.purpose })
}
