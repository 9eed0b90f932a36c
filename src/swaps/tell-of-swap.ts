import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import type { Return } from '../engine/swap/way-back.ts'
import type { Interval } from '../engine/time/local.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { ProposalKind } from '../words.ts'

/** What a notice about seats that changed hands says beside the seats themselves. */
export interface MovesTold {
  kind: 'swap-accepted' | 'swap-undone' | 'seat-taken'
  swapId: string
  swapKind: ProposalKind
  moves: readonly Return[]
  /** Until when either side may undo it. */
  undoUntil?: Date
}

/** Tells each person whose duties changed, once: what they have now, what they no longer have, and who did it. */
export async function tellOfMoves(tx: Tx, ctx: Context, told: MovesTold): Promise<void> {
  const { kind, swapId, swapKind, moves, undoUntil } = told
  const people = new Set(moves.flatMap(({ from, to }) => [from, to]))
  people.delete(null)
  const notices = [...(people as Set<string>)].sort().map((employeeId) => ({
    employeeId,
    kind,
    facts: {
      swapId,
      swapKind,
      given: moves.filter(({ to }) => to === employeeId).map(spanOf),
      taken: moves.filter(({ from }) => from === employeeId).map(spanOf),
      by: byOf(ctx),
      ...(undoUntil && { undoUntil }),
      todo: undoUntil ? 'undo-if-wrong' : 'nothing'
    }
  }))
  await queueNotices(tx, notices, ctx.now())
}

const spanOf = ({ shiftId, startsAt, endsAt }: Interval & { shiftId: string }) => ({
  shiftId,
  startsAt,
  endsAt
})

/** Who did it, so that somebody acted for knows whom to ask. */
const byOf = ({ actor }: Context) => ({ employeeId: actor.employeeId, name: actor.name })

type SwapNews = Record<string, unknown> & { swapId: string; todo: string }

/** Tells people something about a proposal that has moved no seat. */
export async function tellPeople(
  tx: Tx,
  ctx: Context,
  employeeIds: readonly string[],
  kind: string,
  facts: SwapNews
): Promise<void> {
  const owed = [...new Set(employeeIds)].sort()
  await tellEach(
    tx,
    ctx,
    kind,
    owed.map((employeeId) => ({ employeeId, facts }))
  )
}

/** The same with news of their own for each. */
export async function tellEach(
  tx: Tx,
  ctx: Context,
  kind: string,
  owed: readonly { employeeId: string; facts: SwapNews }[]
): Promise<void> {
  await queueNotices(
    tx,
    owed.map(({ employeeId, facts }) => ({ employeeId, kind, facts: { ...facts, by: byOf(ctx) } })),
    ctx.now()
  )
}
