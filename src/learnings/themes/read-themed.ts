import type { Queryable } from '../../../db/client.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import type { AsOf } from '../queries/as-of.ts'
import { listMerges } from './queries/merges.ts'
import { listThemes } from './queries/themes.ts'
import { readStandingThemes } from './read-standing-themes.ts'

/** A theme's own id and those of the themes merged into it, now or at a moment. One query. */
export async function readThemesWithin(db: Queryable, themeId: string, asOf: AsOf = null): Promise<string[]> {
  return themesWithin(themeId.toLowerCase(), await listMerges(db, asOf))
}

/** The same rows with the theme within which their own stands now, by name. Two queries. */
export async function withStandingThemes<Row extends { themeId: string | null }>(
  db: Queryable,
  rows: readonly Row[]
): Promise<(Omit<Row, 'themeId'> & { theme: { id: string; title: string } | null })[]> {
  const standing = await readStandingThemes(db)
  const idOf = ({ themeId }: Row) => themeId && (standing.get(themeId) ?? themeId)
  const ids = [...new Set(rows.flatMap((row) => idOf(row) ?? []))]
  const titles = new Map((await listThemes(db, ids)).map(({ id, title }) => [id, title]))
  return rows.map(({ themeId, ...row }) => {
    const id = idOf({ themeId } as Row)
    return { ...row, theme: id === null ? null : { id, title: titles.get(id)! } }
  })
}
