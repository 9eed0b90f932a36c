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

/** Of ten thousand people most have the same lines and owe the same: each such balance is added up once. */
function balancesFrom(
  sums: LedgerSum[],
  owed: Map<string, Owed>,
  employeeIds: string[] = []
): Map<string, Balance> {
  const lines = linesByPerson(sums)
  const known = new Map<readonly LedgerLine[], Map<Owed, Balance>>()
  const balances = new Map<string, Balance>()
  const balance = (id: string) => {
    if (balances.has(id)) return
    const own = lines.get(id) ?? NO_LINES
    const due = owed.get(id) ?? OWES_NOTHING
    let ofLines = known.get(own)
    if (!ofLines) {
      ofLines = new Map()
      known.set(own, ofLines)
    }
    const waived = { kind: 'waived' as const, minutes: due.waivedMinutes }
    const added = ofLines.get(due) ?? balanceOf([...own, waived], due.dueMinutes)
    ofLines.set(due, added)
    balances.set(id, added)
  }
  for (const ids of [employeeIds, owed.keys(), lines.keys()]) for (const id of ids) balance(id)
  return balances
}

const NO_LINES: readonly LedgerLine[] = []
const OWES_NOTHING: Owed = { dueMinutes: 0, waivedMinutes: 0 }

/** People with the same sums have the same list of them. */
function linesByPerson(sums: readonly LedgerSum[]): Map<string, readonly LedgerLine[]> {
  const lines = new Map<string, readonly LedgerLine[]>()
  for (const sum of sums) {
    const longer = new Map<readonly LedgerLine[], readonly LedgerLine[]>()
    for (const id of sum.employeeIds) {
      const own = lines.get(id) ?? NO_LINES
      const more = longer.get(own) ?? [...own, sum]
      longer.set(own, more)
      lines.set(id, more)
    }
  }
  return lines
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
