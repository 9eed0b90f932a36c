import type { Context } from '../context.ts'
import { currentSeason } from '../engine/insight/current-season.ts'
import { readMyFixIts } from '../fix-it/complete-fix-it.ts'
import { listProductAreas } from '../learnings/areas/areas.ts'
import { listLearnings } from '../learnings/list-learnings.ts'
import { readThemeNames } from '../learnings/themes/read-theme-names.ts'
import { GoalNotFound, SeasonNotFound } from '../seasons/errors.ts'
import { type Closing, readClosing } from '../seasons/read-closing.ts'
import { type GapForReader, readGap } from '../seasons/read-gap.ts'
import { readSeasonRights, type SeasonRights } from '../seasons/read-rights.ts'
import { type Goal, readSeason, readSeasons, type Season } from '../seasons/read-seasons.ts'

export interface SeasonView {
  season: Season
  rights: SeasonRights
  me: string
}

export interface CharterView extends SeasonView {
  /** Every other season, latest first. */
  others: Season[]
}

export interface GapView extends SeasonView {
  gap: GapForReader
  /** Offered to who is to guess. */
  areas: { id: string; name: string }[]
}

export interface ClosingView extends SeasonView {
  closing: Closing
}

export interface EvidenceView {
  season: Season
  goal: Goal
  themes: { id: string; title: string }[]
  learnings: { id: string; triedTo: string; obstacle: string }[]
  fixes: { id: string; outcome: string }[]
}

/** What may be attached is chosen from so many of one's own. */
const MOST_OWN = 50

/** The season of that id, or the one that people mean by "the season"; null where there is none at all. */
export async function readCharter(ctx: Context, seasonId?: string): Promise<CharterView | null> {
  const [seasons, rights] = await Promise.all([readSeasons(ctx), readSeasonRights(ctx)])
  const season = seasonId ? seasons.find(({ id }) => id === seasonId.toLowerCase()) : currentSeason(seasons)
  if (seasonId && !season) throw new SeasonNotFound({ seasonId })
  if (!season) return null
  const others = seasons.filter(({ id }) => id !== season.id)
  return { season, others, rights, me: ctx.actor.employeeId }
}

/** One season with what the reader may do about it. */
export async function readSeasonView(ctx: Context, seasonId: string): Promise<SeasonView> {
  const [season, rights] = await Promise.all([readSeason(ctx, seasonId), readSeasonRights(ctx)])
  return { season, rights, me: ctx.actor.employeeId }
}

/** Guess against evidence, and what who guesses may choose from. */
export async function readGapView(ctx: Context, seasonId: string): Promise<GapView> {
  const [view, gap, areas] = await Promise.all([
    readSeasonView(ctx, seasonId),
    readGap(ctx, seasonId),
    listProductAreas(ctx)
  ])
  return { ...view, gap, areas }
}

export async function readClosingView(ctx: Context, seasonId: string): Promise<ClosingView> {
  const [view, closing] = await Promise.all([readSeasonView(ctx, seasonId), readClosing(ctx, seasonId)])
  return { ...view, closing }
}

/** What the reader can attach to a goal: every theme, and what they heard or fixed themselves. */
export async function readEvidencePage(
  ctx: Context,
  seasonId: string,
  goalId: string
): Promise<EvidenceView> {
  const season = await readSeason(ctx, seasonId)
  const goal = season.goals.find(({ id }) => id === goalId.toLowerCase())
  if (!goal) throw new GoalNotFound({ goalId })
  const [themes, learnings, fixIts] = await Promise.all([
    readThemeNames(ctx),
    listLearnings(ctx, { employeeId: ctx.actor.employeeId, limit: MOST_OWN }),
    readMyFixIts(ctx)
  ])
  const attached = new Set(goal.evidence.map(({ sourceId }) => sourceId))
  const isNew = ({ id }: { id: string }) => !attached.has(id)
  return {
    season,
    goal,
    themes: themes.filter(isNew),
    learnings: learnings.items.filter(isNew),
    fixes: fixIts.filter(isNew).flatMap(({ id, outcome }) => (outcome === null ? [] : { id, outcome }))
  }
}
