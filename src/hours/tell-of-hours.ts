import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'

export type HoursNotice = 'hours-entered' | 'hours-corrected' | 'hours-credited'

/** Tells a person what somebody else wrote in their ledger; nobody is told of what they did themselves. */
export async function tellOfHours(
  tx: Tx,
  { actor, now }: Context,
  employeeId: string,
  kind: HoursNotice,
  facts: Record<string, unknown>
): Promise<void> {
  if (actor.employeeId === employeeId) return
  const by = { id: actor.employeeId, name: actor.name }
  await queueNotices(tx, [{ employeeId, kind, facts: { ...facts, by } }], now())
}
