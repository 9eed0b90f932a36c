/** Our own default: at most half of a period's quota is caught up, or rested, in one period (cal.com#13606). */
export const CARRY_SHARE = 0.5

/** What one person owes, in minutes: the quota of a period, where they stand before it, what they hold elsewhere in it. */
export type Owing = { dueMinutes: number; balanceMinutes: number; heldMinutes: number }

/**
 * Computes the minutes somebody should be given in a period: the quota less the balance carried in, less what other
 * rotations already promise them in it. Never negative. The carry is held within half of the quota either way, but may
 * always make up a whole shift: else a quota of less than half a shift would never come to one.
 *
 * @example
 * dueOfPeriod({ dueMinutes: 480, balanceMinutes: -2000, heldMinutes: 0 }, 240) // far behind: half as much again
 * //=> 720
 * dueOfPeriod({ dueMinutes: 60, balanceMinutes: -300, heldMinutes: 0 }, 240) // an hour a quarter, and none for long
 * //=> 240
 */
export function dueOfPeriod(of: Owing, shiftMinutes: number): number {
  return Math.max(0, Math.round(of.dueMinutes - carryOf(of, shiftMinutes) - of.heldMinutes))
}

function carryOf({ dueMinutes, balanceMinutes }: Owing, shiftMinutes: number): number {
  const most = dueMinutes > 0 ? Math.max(dueMinutes * CARRY_SHARE, shiftMinutes - dueMinutes) : 0
  return Math.max(-most, Math.min(most, balanceMinutes))
}

/**
 * Computes the same for people who share seats that may be too few for what they owe: then the quotas shrink alike, and
 * what they are behind in common is nobody's debt. Otherwise the largest quotas would take every seat and the smallest
 * never come to a shift.
 *
 * @param seatMinutes minutes of all the seats there are for them
 * @example
 * const owing = [480, 160].map((dueMinutes) => ({ dueMinutes, balanceMinutes: 0, heldMinutes: 0 }))
 * dueOfGroup(owing, { seatMinutes: 480, shiftMinutes: 240 })
 * //=> [360, 120]
 */
export function dueOfGroup(
  people: readonly Owing[],
  { seatMinutes, shiftMinutes }: { seatMinutes: number; shiftMinutes: number }
): number[] {
  const asked = people.map((person) => dueOfPeriod(person, shiftMinutes))
  if (sum(asked) <= seatMinutes) return asked
  const quotas = sum(people.map(({ dueMinutes }) => dueMinutes))
  const common = sum(people.map(({ balanceMinutes }) => balanceMinutes)) / Math.max(1, quotas)
  const share = Math.min(1, seatMinutes / Math.max(1, quotas))
  return people.map(({ dueMinutes, balanceMinutes, heldMinutes }) => {
    const carry = carryOf(
      { dueMinutes, balanceMinutes: balanceMinutes - common * dueMinutes, heldMinutes },
      shiftMinutes
    )
    return Math.max(0, Math.round(share * dueMinutes - carry - heldMinutes))
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
