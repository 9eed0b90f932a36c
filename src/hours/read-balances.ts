import type { Queryable } from '../../db/client.ts'
import { type Balance, balanceOf, type LedgerLine } from '../engine/ledger/balance-of.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { type Owed, readOwedByPeriod } from '../quotas/read-due.ts'
import { type LedgerSum, sumLedger, sumLedgerOfAll } from './queries/ledger.ts'

export interface BalanceQuestion {
  /** Absent: everybody who owes or has booked anything. */
  employeeIds?: string[]
  /** Half-open: `toOn` is the first day that no longer counts. */
  fromOn: LocalDate
  toOn: LocalDate
}

/**
 * Where people stand on the days [fromOn, toOn), in minutes, by employee id. The only way to a balance: API, page,
 * report and CSV all ask here. Everybody in `employeeIds` gets one, if only of zeros. The number of queries does
 * not depend on the number of people.
 */
export async function readBalances(db: Queryable, question: BalanceQuestion): Promise<Map<string, Balance>> {
  const [balances] = await readBalancesByPeriod(db, { ...question, periods: [question] })
  return balances!
}

/** Where everybody, or these people, stand on some days, and what they owe on others, by the same queries. */
export async function readBalancesAndOwed(
  db: Queryable,
  {
    balances: stood,
    owed: owing,
    ...among
  }: Record<'balances' | 'owed', { fromOn: LocalDate; toOn: LocalDate }> & { employeeIds?: string[] }
): Promise<{ balances: Map<string, Balance>; owed: Map<string, Owed> }> {
  const sums = await sumLedger(db, { ...among, periods: [stood] })
  const [before, owed] = await readOwedByPeriod(db, { ...among, periods: [stood, owing] })
  return { balances: balancesFrom(sums, before!), owed: owed! }
}

export interface PeriodsQuestion extends Pick<BalanceQuestion, 'employeeIds'> {
  periods: { fromOn: LocalDate; toOn: LocalDate }[]
}

/**
 * The same for several periods, one map each, in their order. Due minutes are rounded per period, so those of
 * two halves may differ by a minute from those of the whole.
 */
export async function readBalancesByPeriod(
  db: Queryable,
  { employeeIds, periods }: PeriodsQuestion
): Promise<Map<string, Balance>[]> {
  const among = employeeIds && { employeeIds }
  const sums = await sumLedger(db, { ...among, periods })
  const owed = await readOwedByPeriod(db, { ...among, periods })
  return owed.map((ofPeople, at) => {
    const ofPeriod = sums.filter(({ period }) => period === at)
    return balancesFrom(ofPeriod, ofPeople, employeeIds)
  })
}

function balancesFrom(
  sums: LedgerSum[],
  owed: Map<string, Owed>,
  employeeIds: string[] = []
): Map<string, Balance> {
  const lines = new Map<string, LedgerLine[]>()
  for (const sum of sums) {
    for (const id of sum.employeeIds) {
      const own = lines.get(id)
      if (own) own.push(sum)
      else lines.set(id, [sum])
    }
  }
  const everybody = new Set([...employeeIds, ...owed.keys(), ...lines.keys()])
  const balance = (id: string) => {
    const { dueMinutes, waivedMinutes } = owed.get(id) ?? { dueMinutes: 0, waivedMinutes: 0 }
    const waived = { kind: 'waived' as const, minutes: waivedMinutes }
    return balanceOf([...(lines.get(id) ?? []), waived], dueMinutes)
  }
  return new Map([...everybody].map((id) => [id, balance(id)]))
}

/**
 * The balances of everybody added up, for each of the periods, in their order: what the company owes and has done, and
 * nobody told apart.
 */
export async function readTotals(
  db: Queryable,
  periods: { fromOn: LocalDate; toOn: LocalDate }[]
): Promise<Balance[]> {
  const sums = await sumLedgerOfAll(db, { periods })
  const owed = await readOwedByPeriod(db, { periods })
  return owed.map((ofPeople, at) => {
    const due = { dueMinutes: 0, waivedMinutes: 0 }
    for (const { dueMinutes, waivedMinutes } of ofPeople.values()) {
      due.dueMinutes += dueMinutes
      due.waivedMinutes += waivedMinutes
    }
    const waived = { kind: 'waived' as const, minutes: due.waivedMinutes }
    return balanceOf([...sums.filter(({ period }) => period === at), waived], due.dueMinutes)
  })
}
