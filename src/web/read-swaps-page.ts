import type { Context } from '../context.ts'
import { rankOpenSeats } from '../swaps/rank-open-seats.ts'
import { readSwaps, type SwapView } from '../swaps/read-swaps.ts'

/** Proposals read of each kind at a time; of what waits for an answer, older ones are a page further. */
const MOST = 30

const isOpen = ({ state }: SwapView) => state === 'proposed' || state === 'awaiting_approval'

/**
 * What waits for the actor's answer (from a cursor on, if given), what they were asked, have offered and may approve, and the
 * seats they could take. A constant number of queries.
 */
export async function readSwapsPage(ctx: Context, cursor?: string) {
  const now = ctx.now()
  const me = ctx.actor.employeeId
  const mayApprove = ['lead', 'hr', 'admin'].some((role) => ctx.actor.roles.has(role as 'lead'))
  const [toAnswer, asked, offered, toApprove, seats] = await Promise.all([
    readSwaps(ctx, { view: 'to_answer', limit: MOST, ...(cursor && { cursor }) }),
    readSwaps(ctx, { view: 'asked', limit: MOST }),
    readSwaps(ctx, { view: 'offered', limit: MOST }),
    mayApprove ? readSwaps(ctx, { view: 'to_approve', limit: MOST }) : { items: [] },
    rankOpenSeats(ctx)
  ])
  const waits = (swap: SwapView) =>
    swap.state === 'proposed' &&
    swap.asks.some(({ employee, answer }) => employee.id === me && answer === 'open')
  const mayUndo = ({ state, undoUntil }: SwapView) =>
    state === 'accepted' && undoUntil !== null && undoUntil > now
  const isLive = (swap: SwapView) => isOpen(swap) || mayUndo(swap)
  const live = [
    ...offered.items.filter(isLive),
    ...asked.items.filter((swap) => !waits(swap) && isLive(swap))
  ]
  const past = [...offered.items, ...asked.items]
    .filter((swap) => !live.includes(swap) && !waits(swap))
    .sort((a, b) => +b.createdAt - +a.createdAt)
  return {
    now,
    me,
    asked: toAnswer.items,
    nextAsked: toAnswer.nextCursor,
    isFirst: cursor === undefined,
    live,
    past,
    toApprove: toApprove.items,
    seats
  }
}

export type SwapsPageView = Awaited<ReturnType<typeof readSwapsPage>>
