import type { Queryable } from '../../../db/client.ts'
import type { Context } from '../../context.ts'
import { type Merge, standingThemes } from '../../engine/insight/standing-themes.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import { momentOf } from '../../reports/question.ts'
import type { AsOf } from '../queries/as-of.ts'
import { listDecisionsInFull, listOwnerChanges, namesOf } from './queries/decisions.ts'
import { listHearings } from './queries/hearings.ts'
import { listMerges } from './queries/merges.ts'
import { listThemes } from './queries/themes.ts'
import { listNewest, readStanding } from './read-then.ts'
import { standingTowards } from './standing-towards.ts'

/** The newest so many learnings come with a theme; the rest by the list of learnings or the CSV. */
const LEARNINGS_SHOWN = 100

/**
 * One theme with all that happened to it: clock, price, newest learnings, decisions, hearings, owners, merges, and what
 * the actor may do. One that is merged is shown as it was, with the theme within which it stands. The number of queries
 * is constant. With `asOf` as it was then, in the words of today; nobody changes the past.
 *
 * @throws {ThemeNotFound} also of a moment at which it was not there; {@link AsOfNotValid}
 */
export async function readTheme(ctx: Context, askedId: string, at: { asOf?: string } = {}) {
  const { db, actor } = ctx
  const themeId = askedId.toLowerCase()
  const asOf = momentOf(at.asOf, { now: ctx.now(), timeZone: actor.timeZone })
  const theme = await readStanding(ctx, themeId, asOf)
  const merges = await listMerges(db, asOf)
  const themeIds = themesWithin(themeId, merges)
  // One after the other: the connection may be a transaction's, which takes one query at a time.
  const learnings = await listNewest(db, themeIds, { asOf, limit: LEARNINGS_SHOWN })
  const wasBy = known(asOf)
  const decisions = (await listDecisionsInFull(db, themeIds)).filter(({ decidedAt }) => wasBy(decidedAt))
  const hearings = (await listHearings(db, themeIds))
    .filter(({ putAt }) => wasBy(putAt))
    .map((hearing) => (wasBy(hearing.answeredAt) ? hearing : { ...hearing, ...UNANSWERED }))
  const ownerChanges = (await readOwnerChanges(db, themeId)).filter(({ changedAt }) => wasBy(changedAt))
  const may = asOf ? NOTHING_ALLOWED : await standingTowards(db, ctx, theme.owner.id)
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

const UNANSWERED = { answer: null, answeredAt: null, decisionId: null }
const NOTHING_ALLOWED = { mayCurate: false, mayDecide: false, mayNameOwner: false }

/** Tells whether something had happened by the moment; without one everything has. */
const known =
  (asOf: AsOf) =>
  (at: Date | null): boolean =>
    asOf === null || (at !== null && at <= asOf)

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
