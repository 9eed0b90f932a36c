import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { localDateOf } from '../../engine/time/local-date-of.ts'
import { AreaNotOffered } from '../errors.ts'
import { checkAnswerBy } from './create-theme.ts'
import { ThemeNotYours, ThemeNotYoursToDecide } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { maskWords } from './mask-words.ts'
import { findOfferedArea, listThemes, updateTheme } from './queries/themes.ts'
import { standingTowards } from './standing-towards.ts'

export interface ThemeChanges {
  title?: string
  summary?: string
  areaId?: string | null
  answerByOn?: string
}

/**
 * Changes the words or the area of a theme or the day by which it is answered. The day is promised by those who decide;
 * moving it stops no clock.
 *
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link ThemeNotYours} {@link ThemeNotYoursToDecide}
 *   {@link AreaNotOffered} {@link AnswerByNotValid}
 */
export async function changeTheme(ctx: Context, themeId: string, changes: ThemeChanges): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const theme = await lockStandingTheme(tx, themeId)
    const standing = await standingTowards(tx, ctx, theme.ownerId)
    if (!standing.mayCurate) throw new ThemeNotYours({ themeId: theme.id })
    const { areaId, answerByOn } = changes
    if (typeof areaId === 'string' && areaId !== theme.areaId && !(await findOfferedArea(tx, areaId)))
      throw new AreaNotOffered({ areaId })
    if (answerByOn !== undefined && answerByOn !== theme.answerByOn) {
      if (!standing.mayDecide) throw new ThemeNotYoursToDecide({ themeId: theme.id })
      const [row] = await listThemes(tx, [theme.id])
      checkAnswerBy(answerByOn, localDateOf(ctx.now(), row!.ownerZone))
    }
    const changed = Object.keys(changes)
    if (changed.length === 0) return
    await updateTheme(tx, theme.id, maskWords({ ...changes }))
    await recordAudit(tx, ctx, {
      ...{ action: 'theme.changed', objectType: 'theme', objectId: theme.id },
      before: { areaId: theme.areaId, answerByOn: theme.answerByOn },
      after: { changed, areaId: areaId ?? theme.areaId, answerByOn: answerByOn ?? theme.answerByOn }
    })
  })
}
