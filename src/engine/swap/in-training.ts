import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who are still in training.
 *
 * @example
 * const people = facts.people.map((one) => ({ ...one, readiness: 'in_training' }))
 * checkTraining(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'in-training', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkTraining(change: Change): SwapViolation[] {
  return aboutTakers(change, 'in-training', ({ readiness }) => readiness === 'in_training')
}
