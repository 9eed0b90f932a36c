import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { decayReviews } from '../../../db/schema/decay-reviews.ts'
import { employees, grants } from '../../../db/schema/employees.ts'

const deciders = alias(employees, 'deciders')

const found = (db: Queryable) =>
  db
    .select({
      id: decayReviews.id,
      quarterFromOn: decayReviews.quarterFromOn,
      signs: decayReviews.signs,
      ownerId: decayReviews.ownerId,
      ownerName: employees.name,
      openedAt: decayReviews.openedAt,
      decision: decayReviews.decision,
      reason: decayReviews.reason,
      decidedAt: decayReviews.decidedAt,
      decidedById: decayReviews.decidedBy,
      decidedByName: deciders.name
    })
    .from(decayReviews)
    .innerJoin(employees, eq(employees.id, decayReviews.ownerId))
    .leftJoin(deciders, eq(deciders.id, decayReviews.decidedBy))

export type ReviewRow = Awaited<ReturnType<typeof listReviews>>[number]

/** Latest quarter first. */
export async function listReviews(db: Queryable) {
  return found(db).orderBy(desc(decayReviews.quarterFromOn))
}

export async function findReview(db: Queryable, reviewId: string): Promise<ReviewRow | null> {
  const [row] = await found(db).where(eq(decayReviews.id, reviewId))
  return row ?? null
}

export async function findReviewOf(db: Queryable, quarterFromOn: string): Promise<string | null> {
  const [row] = await db
    .select({ id: decayReviews.id })
    .from(decayReviews)
    .where(eq(decayReviews.quarterFromOn, quarterFromOn))
  return row?.id ?? null
}

export async function lockReview(tx: Tx, reviewId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: decayReviews.id })
    .from(decayReviews)
    .where(eq(decayReviews.id, reviewId))
    .for('update')
  return rows.length === 1
}

/** Null for whoever came second. */
export async function insertReview(tx: Tx, row: typeof decayReviews.$inferInsert): Promise<string | null> {
  const [inserted] = await tx
    .insert(decayReviews)
    .values(row)
    .onConflictDoNothing({ target: decayReviews.quarterFromOn })
    .returning({ id: decayReviews.id })
  return inserted?.id ?? null
}

export async function updateReview(
  tx: Tx,
  reviewId: string,
  change: Partial<typeof decayReviews.$inferInsert>
): Promise<void> {
  await tx.update(decayReviews).set(change).where(eq(decayReviews.id, reviewId))
}

/** Those who may own a review: HR first, in the order in which they became it, then executives; all of them work here. */
export async function listPossibleOwners(db: Queryable): Promise<{ id: string; name: string }[]> {
  const hr = await db
    .select({ id: employees.id, name: employees.name })
    .from(grants)
    .innerJoin(employees, eq(employees.id, grants.employeeId))
    .where(and(eq(grants.role, 'hr'), isNull(employees.deactivatedAt)))
    .orderBy(asc(grants.grantedAt), asc(employees.id))
  const executives = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(and(eq(employees.level, 'executive'), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.joinedOn), asc(employees.id))
  const known = new Set(hr.map(({ id }) => id))
  return [...hr, ...executives.filter(({ id }) => !known.has(id))]
}
