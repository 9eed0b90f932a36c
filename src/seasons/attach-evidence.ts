import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { mayDeclare } from './check-may-declare.ts'
import {
  EvidenceNotFound,
  EvidenceNotThere,
  EvidenceNotYours,
  EvidenceTwice,
  GoalNotFound,
  SeasonClosed,
  SeasonNotFound
} from './errors.ts'
import {
  deleteEvidence,
  findDoneFixIt,
  findEvidence,
  findLearning,
  findTheme,
  insertEvidence
} from './queries/evidence.ts'
import { findSeasonOfGoal, shareSeason } from './queries/seasons.ts'

export interface WantedEvidence {
  kind: 'learning' | 'theme' | 'fix-it'
  id: string
}

/**
 * Somebody says that a learning, a theme or a finished fix shows something for a goal. Anybody may; a fix is attached
 * by who made it or by those who declare seasons, for others cannot see it.
 *
 * @throws {GoalNotFound} {@link SeasonClosed} {@link EvidenceNotThere} {@link EvidenceTwice}
 */
export async function attachEvidence(
  ctx: Context,
  goalId: string,
  { kind, id }: WantedEvidence
): Promise<{ id: string }> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const seasonId = await findSeasonOfGoal(tx, goalId)
      if (seasonId === null) throw new GoalNotFound({ goalId })
      await shareOpenSeason(tx, seasonId)
      // While the season was not ours the goal may have been dropped.
      if ((await findSeasonOfGoal(tx, goalId)) === null) throw new GoalNotFound({ goalId })
      if (!(await isThere(tx, ctx, kind, id))) throw new EvidenceNotThere({ kind, id })
      const by = { attachedAt: ctx.now(), attachedBy: ctx.actor.employeeId }
      const evidenceId = await insertEvidence(tx, { goalId, ...COLUMN[kind](id), ...by })
      await recordAudit(tx, ctx, {
        ...{ action: 'goal.evidence-attached', objectType: 'goal', objectId: goalId },
        after: { evidenceId, kind, id }
      })
      return { id: evidenceId }
    })
  } catch (error) {
    throw constraintOf(error) === 'goal_evidence_once_per_goal' ? new EvidenceTwice() : error
  }
}

const COLUMN = {
  learning: (learningId: string) => ({ learningId }),
  theme: (themeId: string) => ({ themeId }),
  'fix-it': (fixItId: string) => ({ fixItId })
}

async function isThere(tx: Tx, { actor }: Context, kind: WantedEvidence['kind'], id: string) {
  if (kind === 'learning') return (await findLearning(tx, id)) !== null
  if (kind === 'theme') return (await findTheme(tx, id)) !== null
  const fixIt = await findDoneFixIt(tx, id)
  return fixIt !== null && (fixIt.ownerId === actor.employeeId || (await mayDeclare(tx, actor)))
}

/**
 * Takes evidence off its goal: by whoever attached it, or those who declare seasons.
 *
 * @throws {EvidenceNotFound} {@link EvidenceNotYours} {@link SeasonClosed}
 */
export async function detachEvidence(ctx: Context, evidenceId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const evidence = await findEvidence(tx, evidenceId)
    if (!evidence) throw new EvidenceNotFound({ evidenceId })
    const isOwn = evidence.attachedBy === ctx.actor.employeeId
    if (!isOwn && !(await mayDeclare(tx, ctx.actor))) throw new EvidenceNotYours()
    await shareOpenSeason(tx, evidence.seasonId)
    if (!(await deleteEvidence(tx, evidenceId))) throw new EvidenceNotFound({ evidenceId })
    await recordAudit(tx, ctx, {
      ...{ action: 'goal.evidence-detached', objectType: 'goal', objectId: evidence.goalId },
      before: { evidenceId }
    })
  })
}

/** A season that nobody closes until the transaction ends. */
async function shareOpenSeason(tx: Tx, seasonId: string): Promise<void> {
  const season = await shareSeason(tx, seasonId)
  if (!season) throw new SeasonNotFound({ seasonId })
  if (season.closedAt) throw new SeasonClosed({ closedAt: season.closedAt })
}
