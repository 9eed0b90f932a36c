import type { Change } from './change.ts'
import { worseShifts } from './on-shift-at.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Shifts that would have fewer hosts than they need while somebody works them.
 *
 * @example
 * checkHosts(changeOf(facts, [move(monday, 'hanna', 'cy')])) // a guest for the only host
 * //=> [{ rule: 'missing-host', employeeId: null, shiftId: 'monday' }]
 */
export function checkHosts(change: Change): SwapViolation[] {
  return worseShifts(change, 'missing-host', ({ people, hosts }, { seats }) =>
    people === 0 ? 0 : seats.hosts - hosts
  )
}
