import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkMayDeclare } from './check-may-declare.ts'
import { GoalHasEvidence, GoalNotFound, SeasonClosed, SeasonNotFound, SeasonsOverlap } from './errors.ts'
import { listGoalsWithEvidence } from './queries/evidence.ts'
import {
  deleteGoals,
  type GoalRow,
  insertGoals,
  listGoals,
  lockSeason,
  updateGoal,
  updateSeason
} from './queries/seasons.ts'
import { readSeasonWithin, type Season } from './read-seasons.ts'
import { checkDays, checkGoals, refuseField, type SeasonDays, type WantedGoal } from './season-fields.ts'
import { tellLeaders } from './tell-leaders.ts'

export interface SeasonChange {
  name?: string
  fromOn?: string
  toOn?: string
  /** The whole charter: goals with an id stay, others are new, those left out are dropped. */
  goals?: WantedGoal[]
}

/**
 * Changes a season that is not closed. Its first day moves only while guesses are open, and leaders hear of it; a goal
 * with evidence is not dropped.
 *
 * @throws {SeasonNotFound} {@link SeasonNotYours} {@link SeasonClosed} {@link SeasonNotValid} {@link SeasonsOverlap}
 *   {@link GoalNotFound} {@link GoalHasEvidence}
 */
export async function changeSeason(ctx: Context, seasonId: string, change: SeasonChange): Promise<Season> {
  if (change.goals) checkGoals(change.goals)
  try {
    return await ctx.db.transaction(async (tx) => {
      await checkMayDeclare(tx, ctx.actor)
      const season = await lockSeason(tx, seasonId)
      if (!season) throw new SeasonNotFound({ seasonId })
      if (season.closedAt) throw new SeasonClosed({ closedAt: season.closedAt })
      const before = await listGoals(tx, seasonId)
      const next = movedTo(ctx, season, change)
      await updateSeason(tx, seasonId, next)
      if (change.goals) await writeGoals(tx, ctx, seasonId, before, change.goals)
      if (next.fromOn !== season.fromOn) await tellLeaders(tx, ctx, { id: seasonId, ...next }, 'season-moved')
      const { name, fromOn, toOn } = season
      await recordAudit(tx, ctx, {
        ...{ action: 'season.changed', objectType: 'season', objectId: seasonId },
        before: { name, fromOn, toOn, goals: before },
        after: { ...next, goals: await listGoals(tx, seasonId) }
      })
      return readSeasonWithin(tx, ctx, seasonId)
    })
  } catch (error) {
    throw constraintOf(error) === 'seasons_do_not_overlap' ? new SeasonsOverlap() : error
  }
}

function movedTo(
  ctx: Context,
  season: SeasonDays & { name: string },
  { name, fromOn, toOn }: SeasonChange
): SeasonDays & { name: string } {
  const next = {
    name: name?.trim() ?? season.name,
    fromOn: fromOn ?? season.fromOn,
    toOn: toOn ?? season.toOn
  }
  const today = localDateOf(ctx.now(), ctx.actor.timeZone)
  const isMoved = next.fromOn !== season.fromOn
  if (isMoved || next.toOn !== season.toOn) checkDays(next, today)
  if (isMoved && season.fromOn <= today)
    refuseField('fromOn', 'The season has begun and guesses are fixed: its first day stays.')
  if (isMoved && next.fromOn <= today)
    refuseField('fromOn', 'Let it begin tomorrow or later, so that leaders can guess before it.')
  return next
}

/** Goals keep their places; new ones take those that are free. */
async function writeGoals(
  tx: Tx,
  ctx: Context,
  seasonId: string,
  before: readonly GoalRow[],
  wanted: readonly WantedGoal[]
): Promise<void> {
  const known = new Set(before.map(({ id }) => id))
  const foreign = wanted.find(({ id }) => id !== undefined && !known.has(id))
  if (foreign?.id !== undefined) throw new GoalNotFound({ goalId: foreign.id })
  const staying = new Set(wanted.flatMap(({ id }) => id ?? []))
  const dropped = before.flatMap(({ id }) => (staying.has(id) ? [] : [id]))
  const goalIds = await listGoalsWithEvidence(tx, dropped)
  if (goalIds.length > 0) throw new GoalHasEvidence({ goalIds })
  await deleteGoals(tx, dropped)
  for (const { id, goal, measure, strategyLine } of wanted)
    if (id !== undefined) await updateGoal(tx, id, { goal, measure, strategyLine })
  const taken = new Set(before.flatMap(({ id, place }) => (staying.has(id) ? [place] : [])))
  const free = [1, 2, 3].filter((place) => !taken.has(place))
  const fresh = wanted.filter(({ id }) => id === undefined)
  await insertGoals(
    tx,
    fresh.map((goal, at) => ({ ...goal, seasonId, place: free[at]!, createdAt: ctx.now() }))
  )
}
