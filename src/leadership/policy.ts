import type { Queryable } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { LeadersFirstUnchanged } from './errors.ts'
import { findPolicy, insertPolicy, listLeaderIds, listPolicies, lockPolicy } from './queries.ts'

/** On, until somebody says why not (issue 5). */
const BY_DEFAULT = true

export interface LeadersFirst {
  isOn: boolean
  /** Whether nobody ever changed it. */
  isDefault: boolean
  /** Latest first. */
  history: { isOn: boolean; reason: string; setAt: Date; setBy: { id: string; name: string } }[]
}

/** Whether leaders must be planned before staff shifts are published. */
export async function readLeadersFirst(db: Queryable): Promise<boolean> {
  return (await findPolicy(db)) ?? BY_DEFAULT
}

/** The same with everything that was ever set, by whom and why; for everybody. */
export async function readLeadersFirstPolicy({ db }: Pick<Context, 'db'>): Promise<LeadersFirst> {
  return policyWithin(db)
}

async function policyWithin(db: Queryable): Promise<LeadersFirst> {
  const history = await listPolicies(db)
  return { isOn: history[0]?.isOn ?? BY_DEFAULT, isDefault: history.length === 0, history }
}

/**
 * HR or an administrator turns the policy on or off, with the reason; leaders, whom it is about, are told.
 *
 * @throws {LeadersFirstUnchanged}
 */
export async function setLeadersFirst(
  ctx: Context,
  { isOn, reason }: { isOn: boolean; reason: string }
): Promise<LeadersFirst> {
  const { employeeId, name } = ctx.actor
  return ctx.db.transaction(async (tx) => {
    await lockPolicy(tx)
    if ((await readLeadersFirst(tx)) === isOn) throw new LeadersFirstUnchanged({ isOn })
    await insertPolicy(tx, { isOn, reason, setAt: ctx.now(), setBy: employeeId })
    const facts = { isOn, reason, by: { id: employeeId, name } }
    const leaderIds = (await listLeaderIds(tx)).filter((id) => id !== employeeId)
    const notices = leaderIds.map((id) => ({ employeeId: id, kind: 'leaders-first-changed', facts }))
    for (let from = 0; from < notices.length; from += 1000)
      await queueNotices(tx, notices.slice(from, from + 1000), ctx.now())
    await recordAudit(tx, ctx, {
      ...{ action: 'leaders-first.changed', objectType: 'policy', objectId: 'leaders-first' },
      before: { isOn: !isOn },
      after: { isOn, reason }
    })
    return policyWithin(tx)
  })
}
