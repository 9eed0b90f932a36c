import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import type { Balance } from '../engine/ledger/balance-of.ts'
import { closingLines } from '../engine/ledger/closing-lines.ts'
import { addDays } from '../engine/time/add-days.ts'
import {
  type ClosedBalance,
  type Closing,
  listClosedBalances,
  listClosings,
  listGone,
  sumCarried,
  upsertClosedBalances
} from './queries/closings.ts'
import { insertEntries } from './queries/ledger.ts'
import { readBalances } from './read-balances.ts'

export interface Carried {
  closing: Closing
  employeeId: string
  balanceMinutes: number
  takenMinutes: number
  /** Null: closed for the first time. */
  takenBefore: number | null
}

/**
 * Carries the balances of a closed period into the next, of these people or of everybody: lines for the difference to
 * what was carried before, and the closed balance brought in line. Those whose carried hours changed come back. The
 * people must be locked.
 */
export async function carryBalances(
  tx: Tx,
  ctx: AnyContext,
  closing: Closing,
  employeeIds?: string[]
): Promise<Carried[]> {
  const { fromOn, toOn } = closing
  const balances = await readBalances(tx, { ...(employeeIds && { employeeIds }), fromOn, toOn })
  const sums = new Map((await sumCarried(tx, closing, employeeIds)).map((row) => [row.employeeId, row]))
  const stored = new Map(
    (await listClosedBalances(tx, closing.id, employeeIds)).map((row) => [row.employeeId, row])
  )
  const gone = await listGone(tx, toOn)
  const reckoned = [...balances]
    .filter(([id, balance]) => stored.has(id) || Object.values(balance).some((minutes) => minutes !== 0))
    .map(([id, balance]) => reckon(closing, id, balance, { sums: sums.get(id), isGone: gone.has(id) }))
  await writeLines(tx, ctx, closing, reckoned)
  const changed = reckoned.filter(({ row }) => !isSame(row, stored.get(row.employeeId)))
  await upsertClosedBalances(
    tx,
    changed.map(({ row }) => row)
  )
  return changed
    .map(({ row: { employeeId, balanceMinutes, takenMinutes } }) => {
      const takenBefore = stored.get(employeeId)?.takenMinutes ?? null
      return { closing, employeeId, balanceMinutes, takenMinutes, takenBefore }
    })
    .filter(({ takenMinutes, takenBefore }) => takenMinutes !== takenBefore)
}

type Reckoned = ReturnType<typeof reckon>

function reckon(
  closing: Closing,
  employeeId: string,
  balance: Balance,
  { sums, isGone }: { sums: { outMinutes: number; inMinutes: number } | undefined; isGone: boolean }
) {
  const { outMinutes, inMinutes } = sums ?? { outMinutes: 0, inMinutes: 0 }
  const { balanceMinutes: stood, carriedMinutes: broughtMinutes, ...counted } = balance
  const restMinutes = stood + outMinutes
  const capMinutes = isGone ? 0 : closing.capMinutes
  const lines = closingLines({ restMinutes, outMinutes, inMinutes, capMinutes })
  const { balanceMinutes, takenMinutes } = lines
  const row: ClosedBalance = {
    ...{ closingId: closing.id, employeeId },
    ...counted,
    ...{ broughtMinutes, balanceMinutes, takenMinutes }
  }
  return { row, lines }
}

async function writeLines(tx: Tx, ctx: AnyContext, closing: Closing, reckoned: Reckoned[]): Promise<void> {
  const common = {
    kind: 'carried' as const,
    closingId: closing.id,
    enteredAt: ctx.now(),
    enteredBy: ctx.actor?.employeeId ?? null
  }
  const lastOn = addDays(closing.toOn, -1)
  const entries = reckoned
    .flatMap(({ row: { employeeId }, lines: { outLine, inLine } }) => [
      { ...common, employeeId, minutes: outLine, onDay: lastOn, reason: 'Carried into the next period' },
      {
        ...common,
        employeeId,
        minutes: inLine,
        onDay: closing.toOn,
        reason: 'Carried from the period before'
      }
    ])
    .filter(({ minutes }) => minutes !== 0)
  await insertEntries(tx, entries)
}

function isSame(row: ClosedBalance, stored: ClosedBalance | undefined): boolean {
  if (!stored) return false
  return (Object.keys(row) as (keyof ClosedBalance)[]).every((name) => row[name] === stored[name])
}

/**
 * After hours of these people changed on some day: if the books of that day are closed, what was carried from there on is
 * brought in line at once, period after period. The people must be locked.
 */
export async function carryAgain(
  tx: Tx,
  ctx: AnyContext,
  { employeeIds, fromOn }: { employeeIds: string[]; fromOn: string }
): Promise<Carried[]> {
  const carried: Carried[] = []
  for (const closing of await listClosings(tx, { endingAfter: fromOn })) {
    carried.push(...(await carryBalances(tx, ctx, closing, employeeIds)))
  }
  return carried
}
