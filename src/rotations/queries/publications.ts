import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { publicationChanges, publications } from '../../../db/schema/publications.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { Period } from '../period.ts'

const publishers = alias(employees, 'publishers')
const reverters = alias(employees, 'reverters')

const countOf = (effect: 'given' | 'taken') =>
  sql<number>`(
    select count(*)::int from publication_changes c
    where c.publication_id = ${publications.id} and c.effect = ${effect}
  )`

const found = (db: Queryable) =>
  db
    .select({
      id: publications.id,
      rotationId: publications.rotationId,
      rotationName: rotations.name,
      draftId: publications.draftId,
      fromOn: publications.fromOn,
      toOn: publications.toOn,
      publishedAt: publications.publishedAt,
      publishedById: publications.publishedBy,
      publishedByName: publishers.name,
      revertedAt: publications.revertedAt,
      revertedById: publications.revertedBy,
      revertedByName: reverters.name,
      reversion: publications.reversion,
      given: countOf('given'),
      taken: countOf('taken')
    })
    .from(publications)
    .innerJoin(rotations, eq(rotations.id, publications.rotationId))
    .leftJoin(publishers, eq(publishers.id, publications.publishedBy))
    .leftJoin(reverters, eq(reverters.id, publications.revertedBy))

export type PublicationRow = Awaited<ReturnType<typeof listPublications>>[number]

/** Newest first. */
export async function listPublications(
  db: Queryable,
  rotationId: string,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
) {
  const older = after
    ? sql`(${publications.publishedAt}, ${publications.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  return found(db)
    .where(and(eq(publications.rotationId, rotationId), older))
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(limit)
}

export async function findPublication(db: Queryable, publicationId: string): Promise<PublicationRow | null> {
  const [row] = await found(db).where(eq(publications.id, publicationId))
  return row ?? null
}

export async function findPublicationOfDraft(db: Queryable, draftId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.draftId, draftId))
  return row?.id ?? null
}

export async function lockPublication(tx: Tx, publicationId: string) {
  const [row] = await tx.select().from(publications).where(eq(publications.id, publicationId)).for('update')
  return row ?? null
}

/** A publication in force, newer than this one, of the same rotation, that covers one of its days. */
export async function findNewerBeside(
  tx: Tx,
  { id, rotationId, fromOn, toOn }: { id: string; rotationId: string } & Period
): Promise<string | null> {
  const [row] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(
      and(
        eq(publications.rotationId, rotationId),
        ne(publications.id, id),
        isNull(publications.revertedAt),
        lt(publications.fromOn, toOn),
        gt(publications.toOn, fromOn),
        // Version 7 ids rise with time, and publications are written one after the other.
        sql`(${publications.publishedAt}, ${publications.id}) >
          (select p.published_at, p.id from publications p where p.id = ${id})`
      )
    )
    .orderBy(desc(publications.publishedAt))
    .limit(1)
  return row?.id ?? null
}

/** What a publication gave and took, with where the seats stand now, by start. */
export async function listChanges(db: Queryable, publicationId: string) {
  return db
    .select({
      effect: publicationChanges.effect,
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      name: employees.name,
      deactivatedAt: employees.deactivatedAt,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      releasedAt: assignments.releasedAt
    })
    .from(publicationChanges)
    .innerJoin(assignments, eq(assignments.id, publicationChanges.assignmentId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(eq(publicationChanges.publicationId, publicationId))
    .orderBy(asc(assignments.startsAt), asc(assignments.id))
}

export type ChangeRow = Awaited<ReturnType<typeof listChanges>>[number]

/** Seats in force of one rotation, on some of its days, that start after an instant. */
export async function listOwnSeats(
  db: Queryable,
  { rotationId, fromOn, toOn, after }: { rotationId: string; after: Date } & Period
) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      shiftId: shifts.id,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        isNull(assignments.releasedAt),
        eq(shifts.rotationId, rotationId),
        gte(shifts.onDay, fromOn),
        lt(shifts.onDay, toOn),
        gt(shifts.startsAt, after)
      )
    )
    .orderBy(asc(shifts.startsAt), asc(assignments.employeeId))
}

/** Seats in force of these people that end after an instant. */
export async function listSeatsOf(db: Queryable, employeeIds: readonly string[], after: Date) {
  if (employeeIds.length === 0) return []
  return db
    .select({
      employeeId: assignments.employeeId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .where(
      and(
        isNull(assignments.releasedAt),
        inArray(assignments.employeeId, [...employeeIds]),
        gt(assignments.heldEndsAt, after)
      )
    )
}

/** The days of the newest publication in force of a rotation that covers a day. */
export async function findPeriodAround(
  db: Queryable,
  rotationId: string,
  onDay: string
): Promise<Period | null> {
  const [row] = await db
    .select({ fromOn: publications.fromOn, toOn: publications.toOn })
    .from(publications)
    .where(
      and(
        eq(publications.rotationId, rotationId),
        isNull(publications.revertedAt),
        lte(publications.fromOn, onDay),
        gt(publications.toOn, onDay)
      )
    )
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(1)
  return row ?? null
}

/** The first day after all that publications in force of a rotation cover, if that is after `today`. */
export async function findLastPublishedDay(
  db: Queryable,
  rotationId: string,
  today: string
): Promise<string | null> {
  const [row] = await db
    .select({ toOn: publications.toOn })
    .from(publications)
    .where(
      and(
        eq(publications.rotationId, rotationId),
        isNull(publications.revertedAt),
        gt(publications.toOn, today)
      )
    )
    .orderBy(desc(publications.toOn))
    .limit(1)
  return row?.toOn ?? null
}
