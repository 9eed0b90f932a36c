/** So many people who had not reported before reopen a declined theme (issue 5). */
const NEW_REPORTERS = 3

/**
 * Tells when a declined theme was reopened: at the first report of the third person who had not reported it before the
 * decline; null while fewer have. A second report of somebody counts no more than the first.
 *
 * @param firstReportsAt when each reporter reported it for the first time, in any order
 *
 * @example
 * const declinedAt = new Date('2027-03-01T12:00Z')
 * const at = (day) => new Date(`2027-${day}T09:00Z`)
 * reopenedAt(declinedAt, [at('02-20'), at('03-04'), at('03-02'), at('03-09'), at('03-20')])
 * //=> at('03-09')
 * reopenedAt(declinedAt, [at('02-20'), at('03-04'), at('03-02')])
 * //=> null
 */
export function reopenedAt(declinedAt: Date, firstReportsAt: readonly Date[]): Date | null {
  const later = firstReportsAt.filter((at) => at > declinedAt).sort((a, b) => a.getTime() - b.getTime())
  return later[NEW_REPORTERS - 1] ?? null
}
