import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { Carried } from './carry-balances.ts'

/** Rows per statement; everybody may be told at once. */
const BATCH = 1000

/** Tells people what they take into the next period, and what of their balance lapsed. */
export async function tellOfClosing(tx: Tx, { actor, now }: AnyContext, carried: Carried[]): Promise<void> {
  const owed = carried
    .filter(({ employeeId, takenBefore }) => takenBefore === null || employeeId !== actor?.employeeId)
    .map(({ closing, employeeId, balanceMinutes, takenMinutes, takenBefore }) => ({
      employeeId,
      kind: 'period-closed',
      facts: {
        ...{ fromOn: closing.fromOn, toOn: closing.toOn, balanceMinutes, takenMinutes, takenBefore },
        lapsedMinutes: balanceMinutes - takenMinutes
      }
    }))
  for (let from = 0; from < owed.length; from += BATCH) {
    await queueNotices(tx, owed.slice(from, from + BATCH), now())
  }
}
