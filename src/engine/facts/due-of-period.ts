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
 * How what is owed is cut to the seats there are: the part of every quota that is asked for, and what is forgiven of where
 * people stand, in minutes per minute of quota (negative: they are behind in common).
 */
export type Shares = { share: number; forgiven: number }

/**
 * Computes how people share seats that may be too few for what they owe. Then what they are behind in common is forgiven
 * first, as far as the seats are too few for it, and after that the quotas shrink alike. Otherwise the largest quotas would
 * take every seat and the smallest never come to a shift.
 *
 * @param seatMinutes minutes of all the seats there are for them
 * @example
 * const owing = [480, 160].map((dueMinutes) => ({ dueMinutes, balanceMinutes: 0, heldMinutes: 0 }))
 * Math.round(100 * sharesOf(owing, { seatMinutes: 480, shiftMinutes: 240 }).share)
 * //=> 75
 */
export function sharesOf(
  people: readonly Owing[],
  { seatMinutes, shiftMinutes }: { seatMinutes: number; shiftMinutes: number }
): Shares {
  const quotas = sum(people.map(({ dueMinutes }) => dueMinutes))
  const common = sum(people.map(({ balanceMinutes }) => balanceMinutes)) / Math.max(1, quotas)
  const having = (share: number, forgiven: number): Shares => ({ share, forgiven: forgiven * common })
  const fits = (shares: Shares) =>
    sum(people.map((owing) => dueWithin(owing, shares, shiftMinutes))) <= seatMinutes
  if (fits(having(1, 0))) return having(1, 0)
  if (common < 0 && fits(having(1, 1))) return having(1, 1 - mostThat((kept) => fits(having(1, 1 - kept))))
  return having(
    mostThat((share) => fits(having(share, 1))),
    1
  )
}

/**
 * Computes the minutes somebody should be given who shares seats with others.
 *
 * @example
 * dueWithin({ dueMinutes: 480, balanceMinutes: 0, heldMinutes: 0 }, { share: 0.75, forgiven: 0 }, 240)
 * //=> 360
 */
export function dueWithin(owing: Owing, { share, forgiven }: Shares, shiftMinutes: number): number {
  const { dueMinutes, balanceMinutes, heldMinutes } = owing
  const own = { dueMinutes, balanceMinutes: balanceMinutes - forgiven * dueMinutes, heldMinutes }
  return Math.max(0, Math.round(share * dueMinutes - carryOf(own, shiftMinutes) - heldMinutes))
}

/**
 * Computes the same for all of them.
 *
 * @example
 * const owing = [480, 160].map((dueMinutes) => ({ dueMinutes, balanceMinutes: 0, heldMinutes: 0 }))
 * dueOfGroup(owing, { seatMinutes: 480, shiftMinutes: 240 })
 * //=> [360, 120]
 */
export function dueOfGroup(
  people: readonly Owing[],
  of: { seatMinutes: number; shiftMinutes: number }
): number[] {
  const shares = sharesOf(people, of)
  return people.map((owing) => dueWithin(owing, shares, of.shiftMinutes))
}

/** The largest part of one for which something holds that holds for all smaller ones, to within a millionth. */
function mostThat(holds: (part: number) => boolean): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
