import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { joinSpans } from '../../engine/time/join-spans.ts'
import type { Interval } from '../../engine/time/local.ts'
import { insertAbsences } from '../queries/absences.ts'
import { deleteBusy } from '../queries/feeds.ts'
import { listSeatsAhead } from '../queries/seats.ts'
import { tellingOfFlags } from '../telling-of-flags.ts'

/**
 * Replaces what a subscribed calendar says of the time to come, with the person locked; shifts that this puts in question
 * are told to them and their leads. A span that is exactly a shift of theirs is that shift, back from their calendar.
 */
export async function storeBusy(
  tx: Tx,
  ctx: AnyContext,
  { feedId, employeeId, busy }: { feedId: string; employeeId: string; busy: readonly Interval[] }
): Promise<void> {
  const now = ctx.now()
  const own = new Set((await listSeatsAhead(tx, [employeeId], now)).map(keyOf))
  const foreign = joinSpans(busy.filter((span) => !own.has(keyOf(span))))
  const common = { employeeId, kind: 'other', source: 'feed', feedId, createdAt: now } as const
  await tellingOfFlags(tx, ctx, [employeeId], async () => {
    await deleteBusy(tx, feedId, now)
    await insertAbsences(
      tx,
      foreign.map((span) => ({ ...span, ...common }))
    )
  })
}

const keyOf = ({ startsAt, endsAt }: Interval) => `${+startsAt} ${+endsAt}`
