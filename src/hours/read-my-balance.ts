import type { Context } from '../context.ts'
import type { Balance } from '../engine/ledger/balance-of.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { readBalances } from './read-balances.ts'

/**
 * Where the actor stands on the days [fromOn, toOn), in minutes.
 *
 * @throws {PeriodNotValid}
 */
export async function readMyBalance(ctx: Context, { fromOn, toOn }: Period): Promise<Period & Balance> {
  checkPeriod({ fromOn, toOn })
  const { employeeId } = ctx.actor
  const balances = await readBalances(ctx.db, { employeeIds: [employeeId], fromOn, toOn })
  return { fromOn, toOn, ...balances.get(employeeId)! }
}
