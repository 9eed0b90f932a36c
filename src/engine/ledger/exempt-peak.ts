import { eachDate } from '../time/each-date.ts'
import type { ExemptDays } from './waived-minutes.ts'

/** An exemption of one person of a team. */
export type ExemptPerson = ExemptDays & { employeeId: string }

/**
 * Counts how many people of a team are exempt on the worst day of an exemption, its own person included.
 *
 * @example
 * exemptPeak({ employeeId: 'bo', fromOn: '2027-03-01', toOn: '2027-04-01' }, [
 *   { employeeId: 'amara', fromOn: '2027-03-15', toOn: '2027-05-01' },
 *   { employeeId: 'cleo', fromOn: '2027-04-01', toOn: '2027-05-01' }
 * ])
 * //=> 2
 */
export function exemptPeak(asked: ExemptPerson, granted: readonly ExemptPerson[]): number {
  const counts = eachDate(asked.fromOn, asked.toOn).map((day) => {
    const others = granted.filter(({ fromOn, toOn }) => fromOn <= day && day < toOn)
    return new Set([asked.employeeId, ...others.map(({ employeeId }) => employeeId)]).size
  })
  return Math.max(1, ...counts)
}
