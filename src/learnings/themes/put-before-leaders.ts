import type { Tx } from '../../../db/client.ts'
import { recordAudits } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { listLeadsOf } from '../../directory/list-leads-of.ts'
import { queueNotices } from '../../notices/queue-notices.ts'
import type { HearingCause } from '../../words.ts'
import { groupRows } from './group-rows.ts'
import { insertHearings, type NewHearing } from './queries/hearings.ts'
import { listExecutiveIds } from './queries/people.ts'
import { lockThemes } from './queries/themes.ts'
import { readStandings, type Theme } from './read-standings.ts'

const KINDS = { lead: 'themes-waiting', leadership: 'themes-unheard', reopened: 'themes-reopened' } as const

const isDue = ({ clock, reopenedAt }: Theme) =>
  clock.stage === 'lead' || clock.stage === 'leadership' || reopenedAt !== null

/**
 * Puts themes that nobody decides before those who come next: after 14 days the owner's leads, after 30 the executives.
 * Each hears of a theme once for as long as it waits, in one notice for all themes that are due.
 */
export async function putThemesBeforeLeaders(ctx: AnyContext): Promise<void> {
  const due = (await readStandings(ctx.db, ctx.now())).filter(isDue).map(({ id }) => id)
  if (due.length === 0) return
  await ctx.db.transaction(async (tx) => {
    await lockThemes(tx, due)
    // Somebody may have decided before the lock.
    const themes = (await readStandings(tx, ctx.now())).filter((theme) => due.includes(theme.id))
    const put = await insertHearings(tx, await hearingsFor(tx, ctx, themes.filter(isDue)))
    await tellLeaders(tx, ctx, put, new Map(themes.map((theme) => [theme.id, theme])))
  })
}

async function hearingsFor(tx: Tx, ctx: AnyContext, themes: Theme[]): Promise<NewHearing[]> {
  const leads = await listLeadsOf(tx, [...new Set(themes.map(({ owner }) => owner.id))])
  const executives = await listExecutiveIds(tx)
  return themes.flatMap((theme) => {
    const { id: themeId, owner, round, clock, reopenedAt } = theme
    const before = (leaderIds: readonly string[], cause: HearingCause): NewHearing[] =>
      leaderIds.map((leaderId) => ({ themeId, leaderId, cause, round, putAt: ctx.now() }))
    return [
      ...(reopenedAt ? before([owner.id], 'reopened') : []),
      ...(clock.stage === 'owner' ? [] : before(leads.get(owner.id) ?? [], 'lead')),
      ...(clock.stage === 'leadership' ? before(executives, 'leadership') : [])
    ]
  })
}

type Put = Awaited<ReturnType<typeof insertHearings>>

/** One notice to each leader for each cause, with the themes longest waiting first. */
async function tellLeaders(
  tx: Tx,
  ctx: AnyContext,
  put: Put,
  themes: ReadonlyMap<string, Theme>
): Promise<void> {
  const byReader = groupRows(
    put.map((row) => ({ ...row, reader: `${row.leaderId} ${row.cause}` })),
    'reader'
  )
  const owed = [...byReader.values()].map((rows) => {
    const { leaderId, cause } = rows[0]!
    const told = rows.map(({ themeId }) => themes.get(themeId)!).sort(byWaiting)
    return {
      employeeId: leaderId,
      kind: KINDS[cause as keyof typeof KINDS],
      facts: { themes: told.map(({ id, title, clock }) => ({ id, title, waitingDays: clock.waitingDays })) }
    }
  })
  await queueNotices(tx, owed, ctx.now())
  await recordAudits(
    tx,
    ctx,
    put.map(({ themeId, leaderId, cause }) => ({
      ...{ action: 'theme.put-before-leader', objectType: 'theme', objectId: themeId },
      after: { leaderId, cause }
    }))
  )
}

function byWaiting(a: Theme, b: Theme): number {
  return (b.clock.waitingDays ?? 0) - (a.clock.waitingDays ?? 0) || (a.id < b.id ? -1 : 1)
}
