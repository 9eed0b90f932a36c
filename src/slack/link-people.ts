import { subDays, subHours } from 'date-fns'
import { recordAudits } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { SlackLimited, SlackRefused } from './errors-of-slack.ts'
import { listToLookUp, lockLinkOf, takeFromOthers, upsertLink } from './queries/links.ts'

/** Slack lets us ask for some 50 people a minute; the next run takes the rest. */
const MOST = 200
/** Who was not there may have joined since. */
const MISSING_HOURS = 1
/** Who is there may have left Slack, or given the address to somebody else. */
const KNOWN_DAYS = 7

/**
 * Finds out who people are in Slack, by their address: those never asked for, those whose address has changed, and from
 * time to time the others again. Stops when Slack asks us to wait; safe to run twice.
 */
export async function linkPeople(ctx: AnyContext): Promise<void> {
  const { slack } = ctx
  if (!slack) return
  const now = ctx.now()
  const before = { missing: subHours(now, MISSING_HOURS), known: subDays(now, KNOWN_DAYS) }
  for (const person of await listToLookUp(ctx.db, before, MOST)) {
    try {
      await remember(ctx, person, await slack.api.findUser(person.email))
    } catch (error) {
      if (error instanceof SlackLimited) return
      if (!(error instanceof SlackRefused)) throw error
      await remember(ctx, person, null)
    }
  }
}

/** As far as the person is still here and has that address still. */
async function remember(
  ctx: AnyContext,
  { employeeId, email }: { employeeId: string; email: string },
  slackUserId: string | null
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const known = await lockLinkOf(tx, employeeId, email)
    if (!known) return
    const lost = slackUserId === null ? [] : await takeFromOthers(tx, employeeId, slackUserId)
    await upsertLink(tx, { employeeId, email, slackUserId, lookedAt: ctx.now() })
    const changed =
      known.slackUserId === slackUserId ? [] : [entry(employeeId, known.slackUserId, slackUserId)]
    const ended = lost.map((id) => entry(id, slackUserId, null))
    await recordAudits(tx, ctx, [...ended, ...changed])
  })
}

const entry = (employeeId: string, before: string | null, after: string | null) => ({
  action: after === null ? 'slack-link.ended' : 'slack-link.made',
  ...{ objectType: 'employee', objectId: employeeId },
  ...{ before: { slackUserId: before }, after: { slackUserId: after } }
})
