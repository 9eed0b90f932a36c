import type { AnyContext } from '../../context.ts'
import { listTitles } from './queries/themes.ts'
import { readStandingThemes } from './read-standing-themes.ts'

/** Themes that stand by themselves, to choose from: newest first, without what was heard of them. Two queries. */
export async function readThemeNames({ db }: AnyContext): Promise<{ id: string; title: string }[]> {
  const standing = await readStandingThemes(db)
  return (await listTitles(db)).filter(({ id }) => !standing.has(id))
}
