import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { listLeadsOf } from '../directory/list-leads-of.ts'
import { CANNOT_MOST_SHARE, CANNOT_WARNING_SHARE, cannotShare } from '../engine/facts/cannot-share.ts'
import type { WishFact } from '../engine/facts/wish-for.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { WishesTakeTooMuch } from './errors.ts'

export interface ShareView {
  /** Share of the working time of the coming quarter that the person has taken out, 0 to 1, three decimals. */
  cannotShare: number
  /** More than 40% is taken out: the person and the leads are shown it. */
  isAboveWarning: boolean
}

type Worker = Parameters<typeof cannotShare>[0]

/** What somebody's wishes and unavailable hours take out, as it is shown. */
export function shareView(worker: Worker, wishes: readonly WishFact[], today: string): ShareView {
  const share = Math.round(cannotShare(worker, wishes, today) * 1000) / 1000
  return { cannotShare: share, isAboveWarning: share > CANNOT_WARNING_SHARE }
}

/**
 * Refuses a change that takes out more than 80%. Who is above already, as working hours changed, may still go down.
 *
 * @throws {WishesTakeTooMuch}
 */
export function refuseTooMuch(before: ShareView, after: ShareView): void {
  if (after.cannotShare <= CANNOT_MOST_SHARE || after.cannotShare <= before.cannotShare) return
  throw new WishesTakeTooMuch({ cannotShare: after.cannotShare, mostShare: CANNOT_MOST_SHARE })
}

/** Tells the leads when somebody newly takes out more than the share at which others carry it. */
export async function tellOfShare(
  tx: Tx,
  { actor, now }: Context,
  { before, after }: { before: ShareView; after: ShareView }
): Promise<void> {
  if (before.isAboveWarning || !after.isAboveWarning) return
  const { employeeId, name } = actor
  const leads = (await listLeadsOf(tx, [employeeId])).get(employeeId) ?? []
  const facts = { employeeId, name, cannotShare: after.cannotShare, todo: 'talk-it-over' }
  await queueNotices(
    tx,
    leads.map((leadId) => ({ employeeId: leadId, kind: 'much-taken-out', facts })),
    now()
  )
}
