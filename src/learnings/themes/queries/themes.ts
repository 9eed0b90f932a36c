import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { productAreas } from '../../../../db/schema/product-areas.ts'
import { themes } from '../../../../db/schema/themes.ts'

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

/** Themes with owner and area: those named, or all. */
export async function listThemes(db: Queryable, themeIds?: readonly string[]) {
  return db
    .select({
      id: themes.id,
      title: themes.title,
      summary: themes.summary,
      areaId: themes.areaId,
      areaName: productAreas.name,
      areaArchived: sql<boolean>`${productAreas.archivedAt} is not null`,
      ownerId: themes.ownerId,
      ownerName: employees.name,
      ownerZone: employees.timeZone,
      ownerIsActive: sql<boolean>`${employees.deactivatedAt} is null`,
      answerByOn: themes.answerByOn,
      splitFromId: themes.splitFromId,
      createdAt: themes.createdAt
    })
    .from(themes)
    .innerJoin(employees, eq(employees.id, themes.ownerId))
    .leftJoin(productAreas, eq(productAreas.id, themes.areaId))
    .where(themeIds && inArray(themes.id, [...themeIds]))
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
