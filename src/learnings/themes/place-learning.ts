import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { LearningNotFound } from '../errors.ts'
import { afterArrival } from './after-arrival.ts'
import { LearningNotInTheme, ThemeNotYours } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { findThemeIdOf, insertMemberships, lockLearnings, markLeft } from './queries/memberships.ts'
import { lockThemes } from './queries/themes.ts'
import { readStandings } from './read-standings.ts'
import { refusingToHide } from './refuse-to-hide.ts'
import { standingTowards } from './standing-towards.ts'

/**
 * Puts a learning into a theme, out of the one it was in before: what one heard oneself, or anything as somebody who
 * keeps themes in order; into a decided theme nothing goes without which the one it was in would seem younger. Whoever
 * reported it gets the answer if the theme has one. Again changes nothing.
 *
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link LearningNotFound} {@link ThemeNotYours}
 *   {@link ThemeWouldBeHidden}
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
  const moving = () => move(tx, ctx, [learning.id], theme.id)
  if (isOwn || learning.themeId === null || (await waits(tx, ctx, theme.id))) await moving()
  else await refusingToHide(tx, ctx, learning.themeId, moving)
  await recordAudit(tx, ctx, {
    ...{ action: 'learning.placed', objectType: 'learning', objectId: learning.id },
    before: { themeId: learning.themeId },
    after: { themeId: theme.id }
  })
  await afterArrival(tx, ctx, theme.id, [learning.employeeId])
}

const waits = async (tx: Tx, ctx: Context, themeId: string): Promise<boolean> =>
  (await readStandings(tx, ctx.now(), themeId)).some(({ waitingSince }) => waitingSince !== null)

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
 * Takes a learning out of its theme; it waits for another one. What others heard stays where the theme would seem younger
 * without it than it is.
 *
 * @throws {LearningNotFound} {@link LearningNotInTheme} {@link ThemeNotYours} {@link ThemeWouldBeHidden}
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
    const taking = () => markLeft(tx, [learning.id], { leftAt: ctx.now(), leftBy: ctx.actor.employeeId })
    if (isOwn) await taking()
    else await refusingToHide(tx, ctx, theme.id, taking)
    await recordAudit(tx, ctx, {
      ...{ action: 'learning.taken-out', objectType: 'learning', objectId: learning.id },
      before: { themeId: theme.id }
    })
  })
}
