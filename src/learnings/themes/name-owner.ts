import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { OwnedAlready, OwnerNotValid, ThemeNotYoursToDecide } from './errors.ts'
import { lockStandingTheme } from './lock-theme.ts'
import { maskWords } from './mask-words.ts'
import { insertOwnerChange } from './queries/decisions.ts'
import { insertHearings } from './queries/hearings.ts'
import { lockActive } from './queries/people.ts'
import { updateTheme } from './queries/themes.ts'
import { readStandings } from './read-standings.ts'
import { standingTowards } from './standing-towards.ts'
import { tellOfTheme } from './tell-of-theme.ts'

/**
 * Gives a theme to another owner, with a reason. Both are told, the new one has it put before them, and the clock runs
 * on: who owns it changes nothing about how long it has waited.
 *
 * @throws {ThemeNotFound} {@link ThemeStandsWithin} {@link ThemeNotYoursToDecide} {@link OwnerNotValid}
 *   {@link OwnedAlready}
 */
export async function nameThemeOwner(
  ctx: Context,
  themeId: string,
  { ownerId, reason: said }: { ownerId: string; reason: string }
): Promise<void> {
  const { reason } = maskWords({ reason: said })
  await ctx.db.transaction(async (tx) => {
    const owner = await lockActive(tx, ownerId)
    const theme = await lockStandingTheme(tx, themeId)
    const { mayNameOwner } = await standingTowards(tx, ctx, theme.ownerId)
    if (!mayNameOwner) throw new ThemeNotYoursToDecide({ themeId: theme.id })
    if (!owner) throw new OwnerNotValid({ ownerId })
    if (owner.id === theme.ownerId) throw new OwnedAlready({ ownerId })

    const [{ round } = { round: 0 }] = await readStandings(tx, ctx.now(), theme.id)
    const moved = { fromId: theme.ownerId, toId: owner.id }
    const changedAt = ctx.now()
    await updateTheme(tx, theme.id, { ownerId: owner.id })
    await insertOwnerChange(tx, {
      ...{ themeId: theme.id, ...moved, reason, changedAt, changedBy: ctx.actor.employeeId }
    })
    await insertHearings(tx, [
      { themeId: theme.id, leaderId: owner.id, cause: 'owner', round, putAt: changedAt }
    ])
    const more = { reason, answerByOn: theme.answerByOn, owner: { id: owner.id, name: owner.name } }
    await tellOfTheme(tx, ctx, { theme, kind: 'theme-yours', to: [owner.id], more })
    await tellOfTheme(tx, ctx, { theme, kind: 'theme-passed-on', to: [moved.fromId], more })
    await recordAudit(tx, ctx, {
      ...{ action: 'theme.owner-changed', objectType: 'theme', objectId: theme.id },
      before: { ownerId: moved.fromId },
      after: { ownerId: moved.toId }
    })
  })
}
