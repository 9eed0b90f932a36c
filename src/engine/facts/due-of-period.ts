/** Our own default: at most half of a period's quota is caught up, or rested, in one period (cal.com#13606). */
export const CARRY_SHARE = 0.5

/**
 * Computes the minutes somebody should be given in a period: the quota less the balance carried in, the carry held
 * within half of the quota either way, less what other rotations already promise them in it. Never negative.
 *
 * @example
 * dueOfPeriod({ dueMinutes: 480, balanceMinutes: -2000, heldMinutes: 0 }) // far behind: half as much again
 * //=> 720
 */
export function dueOfPeriod(of: { dueMinutes: number; balanceMinutes: number; heldMinutes: number }): number {
  const most = of.dueMinutes * CARRY_SHARE
  const carried = Math.max(-most, Math.min(most, of.balanceMinutes))
  return Math.max(0, Math.round(of.dueMinutes - carried - of.heldMinutes))
}
