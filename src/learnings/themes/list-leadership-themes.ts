import type { AnyContext } from '../../context.ts'
import { findThemes, sortThemes } from './list-themes.ts'
import type { Theme } from './read-standings.ts'

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
  const waiting = await findThemes(ctx, { ...at, isWaiting: true })
  const all = sortThemes(
    waiting.filter(({ clock }) => clock.stage === 'leadership'),
    'waiting'
  )
  return { first: all.slice(0, FIRST), all }
}
