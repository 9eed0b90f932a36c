import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { LearningNotFound } from '../errors.ts'
import { afterArrival } from './after-arrival.ts'
import { LearningNotInTheme, ThemeNotYours } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { findThemeIdOf, insertMemberships, lockLearnings, markLeft } from './queries/memberships.ts'
import { lockThemes } from './queries/themes.ts'
import { standingTowards } from './standing-towards.ts'

/**
 * Puts a learning into a theme, out of the one it was in before: what one heard oneself, or anything as somebody who
 * keeps themes in order. Whoever reported it gets the answer if the theme has one. Again changes nothing.
 *
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link LearningNotFound} {@link ThemeNotYours}
 */
export async function placeLearning(ctx: Context, learningId: string, themeId: string): Promise<void> {
  await ctx.db.transaction((tx) => placeWithin(tx, ctx, learningId, themeId))
}

/** The same inside a transaction. */
export async function placeWithin(tx: Tx, ctx: Context, learningId: string, themeId: string): Promise<void> {
  const theme = await lockStandingTheme(tx, themeId)
  const [learning] = await lockLearnings(tx, [learningId])
  if (!learning) throw new LearningNotFound({ learningId })
  const isOwn = learning.employeeId === ctx.actor.employeeId
  if (!isOwn && !(await standingTowards(tx, ctx, theme.ownerId)).mayCurate)
    throw new ThemeNotYours({ themeId: theme.id })
  if (learning.themeId === theme.id) return
  await move(tx, ctx, [learning.id], theme.id)
  await recordAudit(tx, ctx, {
    ...{ action: 'learning.placed', objectType: 'learning', objectId: learning.id },
    before: { themeId: learning.themeId },
    after: { themeId: theme.id }
  })
  await afterArrival(tx, ctx, theme.id, [learning.employeeId])
}

/** Moves locked learnings into a locked theme. */
export async function move(
  tx: Tx,
  ctx: Context,
  learningIds: readonly string[],
  themeId: string
): Promise<void> {
  const { employeeId } = ctx.actor
  const at = ctx.now()
  await markLeft(tx, learningIds, { leftAt: at, leftBy: employeeId })
  await insertMemberships(
    tx,
    learningIds.map((learningId) => ({ themeId, learningId, joinedAt: at, joinedBy: employeeId }))
  )
}

/**
 * Takes a learning out of its theme; it waits for another one.
 *
 * @throws {LearningNotFound} {@link LearningNotInTheme} {@link ThemeNotYours}
 */
export async function takeOutLearning(ctx: Context, learningId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const placedIn = await findThemeIdOf(tx, learningId)
    const [theme] = await lockThemes(tx, placedIn ? [placedIn] : [])
    const [learning] = await lockLearnings(tx, [learningId])
    if (!learning) throw new LearningNotFound({ learningId })
    if (!theme || learning.themeId !== theme.id) throw new LearningNotInTheme({ learningIds: [learning.id] })
    const isOwn = learning.employeeId === ctx.actor.employeeId
    if (!isOwn && !(await standingTowards(tx, ctx, theme.ownerId)).mayCurate)
      throw new ThemeNotYours({ themeId: theme.id })
    await markLeft(tx, [learning.id], { leftAt: ctx.now(), leftBy: ctx.actor.employeeId })
    await recordAudit(tx, ctx, {
      ...{ action: 'learning.taken-out', objectType: 'learning', objectId: learning.id },
      before: { themeId: theme.id }
    })
  })
}
