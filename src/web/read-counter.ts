import type { Context } from '../context.ts'
import { readSeatsAhead } from '../shifts/read-seats-ahead.ts'
import { SwapNotOpen } from '../swaps/errors.ts'
import { readSwap } from '../swaps/read-swaps.ts'

/**
 * A proposal that waits for the actor's answer, with the seats that could be named in another one: the actor's own to give in
 * return or, where somebody offers to take the actor's seat, that person's. Six queries.
 *
 * @throws {SwapNotFound} {@link SwapNotOpen}
 */
export async function readCounterPage(ctx: Context, swapId: string) {
  const swap = await readSwap(ctx.db, ctx, swapId)
  const ask = swap.asks.find(({ employee }) => employee.id === ctx.actor.employeeId)
  if (swap.state !== 'proposed' || ask?.answer !== 'open')
    throw new SwapNotOpen({ state: swap.state, cause: swap.cause })
  const isOffered = swap.give !== null
  /** The seat that changes hands one way or the other. */
  const seat = (swap.give ?? ask.take)!
  const holderId = isOffered ? ctx.actor.employeeId : swap.proposer.id
  const inReturn = (await readSeatsAhead(ctx, holderId)).filter(({ shiftId }) => shiftId !== seat.shiftId)
  return { swap, me: ctx.actor.employeeId, isOffered, seat, inReturn }
}

export type CounterView = Awaited<ReturnType<typeof readCounterPage>>
