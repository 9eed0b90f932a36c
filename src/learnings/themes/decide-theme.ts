import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { themesWithin } from '../../engine/insight/themes-within.ts'
import type { ThemeDecision } from '../../words.ts'
import { DecisionStands, ThemeNotYoursToDecide } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { maskWords } from './mask-words.ts'
import { insertDecision } from './queries/decisions.ts'
import { answerByDecision } from './queries/hearings.ts'
import { listReporterIds } from './queries/memberships.ts'
import { listMerges } from './queries/merges.ts'
import { readStandings } from './read-standings.ts'
import { standingTowards } from './standing-towards.ts'
import { tellOfTheme } from './tell-of-theme.ts'

/**
 * The owner, a lead of theirs or an executive decides, with a reason. Everybody who reported the theme or one merged
 * into it is told, and so is the owner; what was put before the decider is answered by it.
 *
 * @returns the decision's id
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link ThemeNotYoursToDecide} {@link DecisionStands}
 */
export async function decideTheme(
  ctx: Context,
  themeId: string,
  decided: { decision: ThemeDecision; reason: string }
): Promise<string> {
  const { decision, reason } = maskWords(decided)
  return ctx.db.transaction(async (tx) => {
    const theme = await lockStandingTheme(tx, themeId)
    const { mayDecide } = await standingTowards(tx, ctx, theme.ownerId)
    if (!mayDecide) throw new ThemeNotYoursToDecide({ themeId: theme.id })
    const [before] = await readStandings(tx, ctx.now(), theme.id)
    if (before?.state === decision) throw new DecisionStands({ state: decision })

    const decidedAt = ctx.now()
    const { employeeId, name } = ctx.actor
    const decisionId = await insertDecision(tx, {
      ...{ themeId: theme.id, decision, reason, decidedAt, decidedBy: employeeId }
    })
    const answer = { answer: reason, answeredAt: decidedAt, decisionId }
    await answerByDecision(tx, { themeId: theme.id, leaderId: employeeId }, answer)
    const reporterIds = await listReporterIds(tx, themesWithin(theme.id, await listMerges(tx)))
    await tellOfTheme(tx, ctx, {
      ...{ theme, kind: 'theme-decided', to: [...reporterIds, theme.ownerId] },
      more: { decision, reason, decidedAt, decidedBy: { id: employeeId, name } }
    })
    await recordAudit(tx, ctx, {
      ...{ action: 'theme.decided', objectType: 'theme', objectId: theme.id },
      before: { state: before?.state },
      after: { decision, decisionId }
    })
    return decisionId
  })
}
