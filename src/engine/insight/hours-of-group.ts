import type { Balance } from '../ledger/balance-of.ts'

/** Hours of a group, in minutes: due after what is waived, done as worked and credited. */
export type GroupHours = {
  people: number
  dueMinutes: number
  doneMinutes: number
  /** done of due; null where nothing is due */
  shareDone: number | null
  /** people with hours of their own in the ledger */
  tookPart: number
  shareTookPart: number
}

/**
 * Adds up what a group owes and has done. What is waived is not due; what was carried in from before is neither done
 * nor due. Shares have four decimals; an empty group is nobody's: a RangeError.
 *
 * @example
 * const balance = { carriedMinutes: 0, waivedMinutes: 0, creditedMinutes: 0 }
 * hoursOfGroup([
 *   { ...balance, dueMinutes: 240, workedMinutes: 240, balanceMinutes: 0 },
 *   { ...balance, dueMinutes: 240, workedMinutes: 0, balanceMinutes: -240 }
 * ])
 * //=> { people: 2, dueMinutes: 480, doneMinutes: 240, shareDone: 0.5, tookPart: 1, shareTookPart: 0.5 }
 */
export function hoursOfGroup(balances: readonly Balance[]): GroupHours {
  if (balances.length === 0) throw new RangeError('a group of nobody has no hours')
  const sum = (minutesOf: (balance: Balance) => number) =>
    balances.reduce((total, balance) => total + minutesOf(balance), 0)
  const done = ({ workedMinutes, creditedMinutes }: Balance) => workedMinutes + creditedMinutes
  const dueMinutes = sum((balance) => balance.dueMinutes - balance.waivedMinutes)
  const doneMinutes = sum(done)
  const tookPart = balances.filter((balance) => done(balance) > 0).length
  return {
    people: balances.length,
    dueMinutes,
    doneMinutes,
    shareDone: dueMinutes === 0 ? null : rounded(doneMinutes / dueMinutes),
    tookPart,
    shareTookPart: rounded(tookPart / balances.length)
  }
}

const rounded = (share: number): number => Number(share.toFixed(4))
