import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { DueChange } from './quota-effect.ts'
import type { QuotaColumns } from './wanted-quota.ts'

/** Rows per statement; a company may have more people than PostgreSQL takes parameters. */
const BATCH = 1000

/** Tells people that they will owe more or less by a quota, and how much; nobody what they did themselves. */
export async function tellOfQuota(
  tx: Tx,
  { actor, now }: Context,
  { id, scope, minutes, perWeeks, fromOn, toOn }: QuotaColumns & { id: string },
  changes: (DueChange & { comparedFromOn: string; comparedToOn: string })[]
): Promise<void> {
  const by = { id: actor.employeeId, name: actor.name }
  const quota = { quotaId: id, scope, minutes, weeks: perWeeks, fromOn, toOn, by }
  const owed = changes
    .filter(({ employeeId }) => employeeId !== actor.employeeId)
    .map(({ employeeId, ...change }) => ({
      employeeId,
      kind: 'quota-changed',
      facts: { ...quota, ...change }
    }))
  for (let from = 0; from < owed.length; from += BATCH) {
    await queueNotices(tx, owed.slice(from, from + BATCH), now())
  }
}
