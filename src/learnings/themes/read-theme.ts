import type { Queryable } from '../../../db/client.ts'
import type { Context } from '../../context.ts'
import { type Merge, standingThemes } from '../../engine/insight/standing-themes.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import { selectLearnings } from '../queries.ts'
import { ThemeNotFound } from './errors.ts'
import { listDecisionsInFull, listOwnerChanges, namesOf } from './queries/decisions.ts'
import { listHearings } from './queries/hearings.ts'
import { listMerges } from './queries/merges.ts'
import { listThemes } from './queries/themes.ts'
import { readStandings } from './read-standings.ts'
import { standingTowards } from './standing-towards.ts'

/** The newest so many learnings come with a theme; the rest by the list of learnings or the CSV. */
const LEARNINGS_SHOWN = 100

/**
 * One theme with all that happened to it: clock, price, newest learnings, decisions, hearings, owners, merges, and what
 * the actor may do. One that is merged is shown as it was, with the theme within which it stands. The number of queries
 * is constant.
 *
 * @throws {ThemeNotFound}
 */
export async function readTheme(ctx: Context, askedId: string) {
  const { db } = ctx
  const themeId = askedId.toLowerCase()
  const [theme] = await readStandings(db, ctx.now(), themeId)
  if (!theme) throw new ThemeNotFound({ themeId })
  const merges = await listMerges(db)
  const themeIds = themesWithin(themeId, merges)
  // One after the other: the connection may be a transaction's, which takes one query at a time.
  const learnings = await selectLearnings(db, { themeIds }, { after: null, limit: LEARNINGS_SHOWN })
  const decisions = await listDecisionsInFull(db, themeIds)
  const hearings = await listHearings(db, themeIds)
  const ownerChanges = await readOwnerChanges(db, themeId)
  const may = await standingTowards(db, ctx, theme.owner.id)
  return {
    ...theme,
    may,
    learnings,
    decisions,
    hearings,
    ownerChanges,
    ...(await inWords(db, themeId, merges))
  }
}

export type ThemeInFull = Awaited<ReturnType<typeof readTheme>>

async function readOwnerChanges(db: Queryable, themeId: string) {
  const changes = await listOwnerChanges(db, themeId)
  const names = await namesOf(db, [
    ...new Set(changes.flatMap(({ fromId, toId, changedBy }) => [fromId, toId, changedBy]))
  ])
  const person = (id: string) => ({ id, name: names.get(id)! })
  return changes.map(({ fromId, toId, changedBy, ...change }) => ({
    ...change,
    from: person(fromId),
    to: person(toId),
    changedBy: person(changedBy)
  }))
}

/** The merges around a theme, with titles: what is merged into it, and within which one it stands. */
async function inWords(db: Queryable, themeId: string, merges: (Merge & { id: string; mergedAt: Date })[]) {
  const within = themesWithin(themeId, merges)
  const mine = merges.filter((merge) => within.includes(merge.intoId))
  const standsWithinId = standingThemes(merges).get(themeId)
  const rows = await listThemes(db, [...within, ...(standsWithinId ? [standsWithinId] : [])])
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  const titled = (id: string) => ({ id, title: titles.get(id)! })
  return {
    standsWithin: standsWithinId === undefined ? null : titled(standsWithinId),
    merges: mine.map((merge) => ({
      id: merge.id,
      theme: titled(merge.themeId),
      into: titled(merge.intoId),
      mergedAt: merge.mergedAt
    }))
  }
}
