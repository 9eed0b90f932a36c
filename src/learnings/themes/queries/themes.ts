import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { productAreas } from '../../../../db/schema/product-areas.ts'
import { themes } from '../../../../db/schema/themes.ts'
import { type AsOf, pastOf } from '../../queries/as-of.ts'

/** Locks themes in id order and tells which of them exist. */
export async function lockThemes(tx: Tx, themeIds: readonly string[]) {
  return tx
    .select()
    .from(themes)
    .where(inArray(themes.id, [...themeIds]))
    .orderBy(asc(themes.id))
    .for('no key update')
}

export type ThemeRow = Awaited<ReturnType<typeof lockThemes>>[number]

export async function insertTheme(tx: Tx, row: typeof themes.$inferInsert): Promise<ThemeRow> {
  const [inserted] = await tx.insert(themes).values(row).returning()
  return inserted!
}

export async function updateTheme(
  tx: Tx,
  themeId: string,
  changes: Partial<typeof themes.$inferInsert>
): Promise<void> {
  await tx.update(themes).set(changes).where(eq(themes.id, themeId))
}

/** Of whom and what a theme is and by when it is answered, now or at a moment. */
function belongings(asOf: AsOf) {
  if (!asOf) return { areaId: themes.areaId, ownerId: themes.ownerId, answerByOn: themes.answerByOn }
  const past = pastOf('themes', themes.id, asOf)
  return {
    areaId: sql<
      string | null
    >`case when ${past} is null then ${themes.areaId} else (${past} ->> 'area_id')::uuid end`,
    ownerId: sql<string>`coalesce((${past} ->> 'owner_id')::uuid, ${themes.ownerId})`,
    answerByOn: sql<string>`coalesce(${past} ->> 'answer_by_on', ${themes.answerByOn}::text)`
  }
}

/** Themes with owner and area: those named, or all; of a moment, those that were there. Words are those of today. */
export async function listThemes(db: Queryable, themeIds?: readonly string[], asOf: AsOf = null) {
  const { areaId, ownerId, answerByOn } = belongings(asOf)
  const isActive = asOf
    ? or(isNull(employees.deactivatedAt), gt(employees.deactivatedAt, asOf))
    : isNull(employees.deactivatedAt)
  return db
    .select({
      id: themes.id,
      title: themes.title,
      summary: themes.summary,
      areaId,
      areaName: productAreas.name,
      areaArchived: sql<boolean>`${productAreas.archivedAt} is not null`,
      ownerId,
      ownerName: employees.name,
      ownerZone: employees.timeZone,
      ownerIsActive: sql<boolean>`${isActive}`,
      answerByOn,
      splitFromId: themes.splitFromId,
      createdAt: themes.createdAt
    })
    .from(themes)
    .innerJoin(employees, eq(employees.id, ownerId))
    .leftJoin(productAreas, eq(productAreas.id, areaId))
    .where(and(themeIds && inArray(themes.id, [...themeIds]), asOf ? lte(themes.createdAt, asOf) : undefined))
    .orderBy(asc(themes.createdAt), asc(themes.id))
}

/** What themes are called, newest first. */
export async function listTitles(db: Queryable): Promise<{ id: string; title: string }[]> {
  return db
    .select({ id: themes.id, title: themes.title })
    .from(themes)
    .orderBy(desc(themes.createdAt), asc(themes.id))
}

export type ThemeWithOwner = Awaited<ReturnType<typeof listThemes>>[number]

/** An area that is offered, with who owns its themes; null when there is none or it is archived. */
export async function findOfferedArea(tx: Tx, areaId: string) {
  const [row] = await tx
    .select({ id: productAreas.id, ownerId: productAreas.ownerId })
    .from(productAreas)
    .where(and(eq(productAreas.id, areaId), isNull(productAreas.archivedAt)))
    .for('key share')
  return row ?? null
}
