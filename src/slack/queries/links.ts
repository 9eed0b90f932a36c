import { and, asc, eq, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import type { Position } from '../../lib/paging.ts'
import type { LinkState } from '../link-state.ts'

const isHere = isNull(employees.deactivatedAt)
const isCurrent = sql<boolean>`coalesce(lower(${slackLinks.email}) = lower(${employees.email}), false)`

/** People here whose address has not been looked up, or not lately; those never looked up first. */
export async function listToLookUp(
  db: Queryable,
  before: { missing: Date; known: Date },
  limit: number
): Promise<{ employeeId: string; email: string }[]> {
  const isOld = or(
    and(isNull(slackLinks.slackUserId), lt(slackLinks.lookedAt, before.missing)),
    lt(slackLinks.lookedAt, before.known)
  )
  return db
    .select({ employeeId: employees.id, email: employees.email })
    .from(employees)
    .leftJoin(slackLinks, eq(slackLinks.employeeId, employees.id))
    .where(and(isHere, or(sql`not ${isCurrent}`, isOld)))
    .orderBy(sql`${slackLinks.lookedAt} asc nulls first`, asc(employees.id))
    .limit(limit)
}

/** Holds the person, if they are here with this address, and gives what is known of them. */
export async function lockLinkOf(tx: Tx, employeeId: string, email: string) {
  const [person] = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.id, employeeId), eq(employees.email, email), isHere))
    .for('no key update')
  if (!person) return null
  const [link] = await tx.select().from(slackLinks).where(eq(slackLinks.employeeId, employeeId))
  return { slackUserId: link?.slackUserId ?? null }
}

/** A user of Slack is one person: what others were known as the same is forgotten, and whose that was. */
export async function takeFromOthers(tx: Tx, employeeId: string, slackUserId: string): Promise<string[]> {
  const rows = await tx
    .delete(slackLinks)
    .where(and(eq(slackLinks.slackUserId, slackUserId), ne(slackLinks.employeeId, employeeId)))
    .returning({ employeeId: slackLinks.employeeId })
  return rows.map((row) => row.employeeId)
}

export async function upsertLink(tx: Tx, row: typeof slackLinks.$inferInsert): Promise<void> {
  const { email, slackUserId, lookedAt } = row
  await tx
    .insert(slackLinks)
    .values(row)
    .onConflictDoUpdate({ target: slackLinks.employeeId, set: { email, slackUserId, lookedAt } })
}

const STATE: Record<LinkState, SQL> = {
  linked: sql`(${isCurrent} and ${slackLinks.slackUserId} is not null)`,
  not_found: sql`(${isCurrent} and ${slackLinks.slackUserId} is null)`,
  waiting: sql`(not ${isCurrent})`
}

const state = sql<LinkState>`case when ${STATE.linked} then 'linked' when ${STATE.waiting} then 'waiting' else 'not_found' end`

/** People here by name, of all states or of one. */
export async function listLinks(
  db: Queryable,
  wanted: LinkState | undefined,
  { after, limit }: { after: Position | null; limit: number }
) {
  return db
    .select({
      employeeId: employees.id,
      name: employees.name,
      email: employees.email,
      state,
      slackUserId: sql<string | null>`case when ${isCurrent} then ${slackLinks.slackUserId} end`,
      lookedAt: slackLinks.lookedAt
    })
    .from(employees)
    .leftJoin(slackLinks, eq(slackLinks.employeeId, employees.id))
    .where(
      and(
        isHere,
        wanted && STATE[wanted],
        after ? sql`(${employees.name}, ${employees.id}) > (${after.key}, ${after.id}::uuid)` : undefined
      )
    )
    .orderBy(asc(employees.name), asc(employees.id))
    .limit(limit)
}

/** How many people are in each state. */
export async function countLinks(db: Queryable): Promise<{ state: LinkState; people: number }[]> {
  return db
    .select({ state, people: sql<number>`count(*)::int` })
    .from(employees)
    .leftJoin(slackLinks, eq(slackLinks.employeeId, employees.id))
    .where(isHere)
    .groupBy(sql`1`)
}
