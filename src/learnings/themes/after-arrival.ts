import type { Tx } from '../../../db/client.ts'
import type { Context } from '../../context.ts'
import { listDecisionsInFull } from './queries/decisions.ts'
import { insertHearings } from './queries/hearings.ts'
import { readStandings, type Theme } from './read-standings.ts'
import { tellOfTheme } from './tell-of-theme.ts'

/**
 * What follows when reports come into a theme that was decided: their reporters get the answer that stands, and where
 * they are enough to reopen a declined theme its owner is told, once per round.
 */
export async function afterArrival(
  tx: Tx,
  ctx: Context,
  themeId: string,
  reporterIds: readonly string[]
): Promise<void> {
  const [theme] = await readStandings(tx, ctx.now(), themeId)
  if (!theme || theme.round === 0) return
  if (theme.waitingSince === null) await tellAnswer(tx, ctx, theme, reporterIds)
  else if (theme.reopenedAt !== null) await tellReopened(tx, ctx, theme)
}

async function tellAnswer(tx: Tx, ctx: Context, theme: Theme, to: readonly string[]): Promise<void> {
  const last = (await listDecisionsInFull(tx, [theme.id])).at(-1)
  if (!last) return
  const { decision, reason, decidedAt, decidedBy } = last
  await tellOfTheme(tx, ctx, {
    theme,
    kind: 'theme-decided',
    to,
    more: { decision, reason, decidedAt, decidedBy }
  })
}

async function tellReopened(tx: Tx, ctx: Context, theme: Theme): Promise<void> {
  const { id: themeId, owner, round, reopenedAt } = theme
  const putAt = ctx.now()
  const row = { themeId, leaderId: owner.id, cause: 'reopened' as const, round, putAt }
  const put = await insertHearings(tx, [row])
  const to = put.map(({ leaderId }) => leaderId)
  await tellOfTheme(tx, ctx, { theme, kind: 'theme-reopened', to, more: { reopenedAt } })
}
