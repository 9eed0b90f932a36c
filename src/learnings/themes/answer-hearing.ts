import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { HearingAnswered, HearingNotFound, ThemeNotFound } from './errors.ts'
import { maskWords } from './mask-words.ts'
import { answerHearingRow, lockHearing } from './queries/hearings.ts'
import { lockThemes } from './queries/themes.ts'

/**
 * A leader before whom a theme was put says something to it. It is kept beside their name and stops no clock: only a
 * decision does.
 *
 * @throws {ThemeNotFound} {@link HearingNotFound} also for what was put before others; {@link HearingAnswered}
 */
export async function answerHearing(
  ctx: Context,
  { themeId, hearingId }: { themeId: string; hearingId: string },
  said: string
): Promise<void> {
  const { answer } = maskWords({ answer: said })
  await ctx.db.transaction(async (tx) => {
    const [theme] = await lockThemes(tx, [themeId])
    if (!theme) throw new ThemeNotFound({ themeId })
    const of = { hearingId, themeId: theme.id, leaderId: ctx.actor.employeeId }
    const hearing = await lockHearing(tx, of)
    if (!hearing) throw new HearingNotFound({ hearingId })
    if (hearing.answeredAt) throw new HearingAnswered({ answeredAt: hearing.answeredAt })
    await answerHearingRow(tx, hearing.id, { answer, answeredAt: ctx.now() })
    await recordAudit(tx, ctx, {
      ...{ action: 'theme.hearing-answered', objectType: 'theme', objectId: theme.id },
      after: { hearingId: hearing.id }
    })
  })
}
