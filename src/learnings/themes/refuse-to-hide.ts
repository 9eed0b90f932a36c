import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { Stage } from '../../engine/insight/unheard-clock.ts'
import { ThemeWouldBeHidden } from './errors.ts'
import { readStandingThemes } from './read-standing-themes.ts'
import { readStandings } from './read-standings.ts'

const STAGES: readonly (Stage | null)[] = [null, 'owner', 'lead', 'leadership']

/**
 * Does something to a theme, unless it would stand less high afterwards than before: what is put before leads and leaders
 * is taken from there by a decision alone, not by taking out what was heard first.
 *
 * @throws {ThemeWouldBeHidden}
 */
export async function refusingToHide(
  tx: Tx,
  ctx: AnyContext,
  themeId: string,
  work: () => Promise<void>
): Promise<void> {
  const standingId = (await readStandingThemes(tx)).get(themeId) ?? themeId
  const rank = async () => {
    const [theme] = await readStandings(tx, ctx.now(), standingId)
    return STAGES.indexOf(theme?.clock.stage ?? null)
  }
  const before = await rank()
  await work()
  if ((await rank()) < before) throw new ThemeWouldBeHidden({ themeId: standingId })
}
