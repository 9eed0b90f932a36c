import type { Queryable } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { AsOf } from '../queries/as-of.ts'
import { type LearningRow, selectLearnings, selectLearningsAsOf } from '../queries.ts'
import { ThemeNotFound } from './errors.ts'
import { readStandings, readStandingsAsOf, type Theme } from './read-standings.ts'

/** One theme with its clock and price, now or at a moment. @throws {ThemeNotFound} */
export async function readStanding({ db, now }: AnyContext, themeId: string, asOf: AsOf): Promise<Theme> {
  const [theme] = await (asOf ? readStandingsAsOf(db, asOf, themeId) : readStandings(db, now(), themeId))
  if (!theme) throw new ThemeNotFound({ themeId })
  return theme
}

/** The newest learnings of some themes, now or at a moment. */
export async function listNewest(
  db: Queryable,
  themeIds: string[],
  { asOf, limit }: { asOf: AsOf; limit: number }
): Promise<LearningRow[]> {
  return asOf
    ? selectLearningsAsOf(db, themeIds, { asOf, limit })
    : selectLearnings(db, { themeIds }, { after: null, limit })
}
