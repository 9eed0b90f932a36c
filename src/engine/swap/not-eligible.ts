import { mayTakePart } from '../facts/may-take-part.ts'
import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers whose team or level the rotation is not for.
 *
 * @example
 * const rotation = { ...monday.rotation, eligibleTeamIds: ['support'] }
 * checkEligibility(changeOf({ ...facts, shifts: [{ ...monday, rotation }] }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'not-eligible', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkEligibility(change: Change): SwapViolation[] {
  return aboutTakers(
    change,
    'not-eligible',
    (taker, _, { rotation }) => !mayTakePart({ ...taker, readiness: 'ready' }, rotation)
  )
}
