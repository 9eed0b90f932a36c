import type { Interval } from '../time/local.ts'
import { daysTouched } from './days-touched.ts'
import type { PersonFact } from './planning-facts.ts'

/**
 * Tells whether somebody is employed on every local day that a shift touches; the last day of employment counts.
 *
 * @example
 * isEmployed({ ...bo, leavesOn: '2027-02-28' }, monday)
 * //=> false
 */
export function isEmployed(
  { joinedOn, leavesOn, zone }: Pick<PersonFact, 'joinedOn' | 'leavesOn' | 'zone'>,
  shift: Interval
): boolean {
  // In order: asked of every person and shift, so only the ends are looked at.
  const days = daysTouched(shift, zone)
  const [first] = days
  return first === undefined || (joinedOn <= first && (leavesOn === null || days.at(-1)! <= leavesOn))
}
