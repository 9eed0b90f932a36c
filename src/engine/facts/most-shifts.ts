/** Our own default: twice a host's fair share of the host seats, so that a sick or absent host can be made up for. */
const HOST_SLACK = 2

/**
 * Says how many shifts somebody may have in a period: one more than their due minutes fill, at least one. A host
 * may have twice a fair share of the host seats when that is more, since every shift needs one.
 *
 * @param seatsPerHost host seats of the period divided by the hosts there are; 0 for guests
 * @example
 * mostShifts({ dueMinutes: 720, shiftMinutes: 240, seatsPerHost: 0 })
 * //=> 4
 */
export function mostShifts(of: { dueMinutes: number; shiftMinutes: number; seatsPerHost: number }): number {
  const byDue = Math.ceil(of.dueMinutes / Math.max(1, of.shiftMinutes)) + 1
  const byNeed = Math.ceil(of.seatsPerHost * HOST_SLACK)
  return Math.max(1, byDue, byNeed)
}
