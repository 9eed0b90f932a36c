import { contains } from '../time/contains.ts'
import { type Change, momentsOf } from './change.ts'
import type { Move, SwapSeat, SwapViolation } from './swap-facts.ts'

/**
 * Takers whose team would have more people on support at once than its cap, over all rotations.
 *
 * @example
 * const teams = [{ id: 'support', supportCap: 3 }, { id: 'product', supportCap: 1 }]
 * checkCap(changeOf({ ...facts, teams }, [move(monday, null, 'cy')])) // bo of the same team is there already
 * //=> [{ rule: 'team-cap', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkCap(change: Change): SwapViolation[] {
  return change.moves
    .filter((move) => isOverCap(change, move))
    .map(({ to, shiftId }) => ({ rule: 'team-cap', employeeId: to, shiftId }))
}

function isOverCap({ facts, before, after, personOf }: Change, move: Move): boolean {
  const { teamId } = personOf(move.to)
  const cap = facts.teams.find(({ id }) => id === teamId)?.supportCap ?? 0
  const ofTeam = facts.people.filter((person) => person.teamId === teamId).map(({ id }) => id)
  const members = new Set(ofTeam)
  const isTheirs = ({ employeeId }: SwapSeat) => members.has(employeeId)
  const was = before.filter(isTheirs)
  const is = after.filter(isTheirs)
  return momentsOf(move, [...was, ...is]).some((at) => {
    const count = (seats: readonly SwapSeat[]) => seats.filter((seat) => contains(seat, at)).length
    return count(is) > cap && count(is) > count(was)
  })
}
