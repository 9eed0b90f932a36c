/** A line of the ledger. A correction is a further line whose minutes are the difference, so it may be negative. */
export type LedgerLine = { kind: 'worked' | 'credited' | 'waived' | 'carried'; minutes: number }

/** Where someone stands, in minutes; a balance below zero is still to be worked. */
export type Balance = {
  dueMinutes: number
  workedMinutes: number
  creditedMinutes: number
  carriedMinutes: number
  waivedMinutes: number
  balanceMinutes: number
}

/**
 * Adds up a person's ledger against the minutes due: worked, credited, carried and waived minutes all count
 * towards what is due. Carried minutes bring their sign: a debt from the period before is negative.
 *
 * @example
 * balanceOf([{ kind: 'worked', minutes: 240 }, { kind: 'worked', minutes: -30 }], 240)
 * //=> {
 * //   dueMinutes: 240, workedMinutes: 210, creditedMinutes: 0, carriedMinutes: 0, waivedMinutes: 0,
 * //   balanceMinutes: -30
 * // }
 */
export function balanceOf(entries: LedgerLine[], dueMinutes: number): Balance {
  const sumOf = (kind: LedgerLine['kind']) =>
    entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.minutes : sum), 0)
  const counted = {
    workedMinutes: sumOf('worked'),
    creditedMinutes: sumOf('credited'),
    carriedMinutes: sumOf('carried'),
    waivedMinutes: sumOf('waived')
  }
  const towards = Object.values(counted).reduce((sum, minutes) => sum + minutes, 0)
  return { dueMinutes, ...counted, balanceMinutes: towards - dueMinutes }
}
