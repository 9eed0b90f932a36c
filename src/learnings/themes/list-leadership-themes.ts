import type { AnyContext } from '../../context.ts'
import { findGlances, findThemes, sortThemes } from './list-themes.ts'
import type { Theme, ThemeAtAGlance } from './read-standings.ts'

/** What leaders look at first: ten at most (issue 5). */
const FIRST = 10

/**
 * Themes without a decision for 30 days: the ten that have waited longest, and all of them. Nothing puts a theme here
 * but time, and nothing takes it off but a decision. With `asOf` as it was then.
 *
 * @throws {AsOfNotValid}
 */
export async function listLeadershipThemes(
  ctx: AnyContext,
  at: { asOf?: string } = {}
): Promise<{ first: Theme[]; all: Theme[] }> {
  return longestWaiting(await findThemes(ctx, { ...at, isWaiting: true }))
}

/** The same without what was heard of them lately. @throws {AsOfNotValid} */
export async function listLeadershipGlances(
  ctx: AnyContext,
  at: { asOf?: string } = {}
): Promise<{ first: ThemeAtAGlance[]; all: ThemeAtAGlance[] }> {
  return longestWaiting(await findGlances(ctx, { ...at, isWaiting: true }))
}

function longestWaiting<Listed extends ThemeAtAGlance>(waiting: readonly Listed[]) {
  const all = sortThemes(
    waiting.filter(({ clock }) => clock.stage === 'leadership'),
    'waiting'
  )
  return { first: all.slice(0, FIRST), all }
}
