import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { carryAgain } from './carry-balances.ts'
import { insertEntries } from './queries/ledger.ts'
import { tellOfClosing } from './tell-of-closing.ts'

type Row = Parameters<typeof insertEntries>[1][number]

/**
 * Writes hours into the ledger. Where they belong to a period that is closed already, what was carried into the next is
 * brought in line at once, and whoever's carried hours somebody else changed is told. The people must be locked.
 */
export async function bookEntries(tx: Tx, ctx: AnyContext, rows: Row[]): Promise<string[]> {
  const ids = await insertEntries(tx, rows)
  const [fromOn] = rows.map(({ onDay }) => onDay).toSorted()
  if (fromOn === undefined) return ids
  const employeeIds = [...new Set(rows.map(({ employeeId }) => employeeId))]
  const carried = await carryAgain(tx, ctx, { employeeIds, fromOn })
  await tellOfClosing(tx, ctx, carried)
  return ids
}
