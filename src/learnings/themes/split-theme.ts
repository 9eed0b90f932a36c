import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import { beginTheme, type NewTheme } from './create-theme.ts'
import { LearningNotInTheme, SplitTakesAll, ThemeNotFound, ThemeNotYours } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { move } from './place-learning.ts'
import { countLearningsIn, lockLearnings } from './queries/memberships.ts'
import { listMerges } from './queries/merges.ts'
import { lockActive } from './queries/people.ts'
import { listThemes } from './queries/themes.ts'
import { standingTowards } from './standing-towards.ts'

/**
 * Moves chosen learnings of a theme, or of one merged into it, to a new theme of the same owner and area unless others
 * are named. What was decided of the old one is not decided of the new one.
 *
 * @returns the new theme's id
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link ThemeNotYours} {@link LearningNotInTheme}
 *   {@link SplitTakesAll} {@link AreaNotOffered} {@link OwnerNotValid} {@link AnswerByNotValid}
 */
export async function splitTheme(
  ctx: Context,
  themeId: string,
  { learningIds, ...wanted }: NewTheme & { learningIds: string[] }
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const [found] = await listThemes(tx, [themeId])
    if (!found) throw new ThemeNotFound({ themeId })
    const ownerId = wanted.ownerId ?? found.ownerId
    // People before themes, as everywhere.
    await lockActive(tx, ownerId)
    const theme = await lockStandingTheme(tx, themeId)
    const { mayCurate } = await standingTowards(tx, ctx, theme.ownerId)
    if (!mayCurate) throw new ThemeNotYours({ themeId: theme.id })

    const within = themesWithin(theme.id, await listMerges(tx))
    const chosen = await lockLearnings(tx, learningIds)
    const inIt = chosen.filter((learning) => learning.themeId !== null && within.includes(learning.themeId))
    const ids = inIt.map(({ id }) => id)
    const missing = learningIds.filter((id) => !ids.includes(id.toLowerCase()))
    if (missing.length > 0) throw new LearningNotInTheme({ learningIds: missing })
    const learnings = await countLearningsIn(tx, within)
    if (ids.length === learnings) throw new SplitTakesAll({ learnings })

    const area = theme.areaId !== null && !found.areaArchived && { areaId: theme.areaId }
    const split = await beginTheme(tx, ctx, { ...area, ...wanted, ownerId, splitFromId: theme.id })
    await move(tx, ctx, ids, split.id)
    await recordAudit(tx, ctx, {
      ...{ action: 'theme.split', objectType: 'theme', objectId: theme.id },
      after: { newThemeId: split.id, learningIds: ids }
    })
    return split.id
  })
}
