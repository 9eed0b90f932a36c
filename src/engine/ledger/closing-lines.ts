/** Where a person's books of a period stand, in minutes. */
export type ClosingQuestion = {
  /** worked, credited, waived and carried less due, with what earlier closings carried out */
  restMinutes: number
  /** what earlier closings of the period carried out of it so far; the sign is that of the ledger lines */
  outMinutes: number
  /** what they carried into the next period so far */
  inMinutes: number
  /** the most that may be carried, above or below zero */
  capMinutes: number
}

export type ClosingLines = {
  balanceMinutes: number
  takenMinutes: number
  /** ledger lines still to be written, 0 for none: on the last day of the period and on the first of the next */
  outLine: number
  inLine: number
}

/**
 * Carries a balance into the next period, cut to the cap. The balance leaves the period by one line and enters the next
 * by another, so that any span of days adds up whether it holds one of the two or both; what lies beyond the cap
 * lapses. Closing again after a correction gives the lines that are missing, and none when nothing changed.
 *
 * @example
 * closingLines({ restMinutes: -300, outMinutes: 0, inMinutes: 0, capMinutes: 240 })
 * //=> { balanceMinutes: -300, takenMinutes: -240, outLine: 300, inLine: -240 }
 * closingLines({ restMinutes: 0, outMinutes: 300, inMinutes: -240, capMinutes: 240 })
 * //=> { balanceMinutes: -300, takenMinutes: -240, outLine: 0, inLine: 0 }
 */
export function closingLines({
  restMinutes,
  outMinutes,
  inMinutes,
  capMinutes
}: ClosingQuestion): ClosingLines {
  const balanceMinutes = restMinutes - outMinutes
  const takenMinutes = Math.max(-capMinutes, Math.min(capMinutes, balanceMinutes))
  return { balanceMinutes, takenMinutes, outLine: 0 - restMinutes, inLine: takenMinutes - inMinutes }
}
