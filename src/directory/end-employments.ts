import type { AnyContext } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { deactivatePeople } from './deactivate-people.ts'
import { activeAdminIds } from './queries/deactivation.ts'
import { listLeaving } from './queries/people.ts'

/**
 * Deactivates everybody whose last day is over where they are. The last administrator stays until there is another,
 * because nobody could let anybody in again.
 */
export async function endEmployments(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  const leaving = (await listLeaving(ctx.db)).filter(
    ({ leavesOn, timeZone }) => leavesOn < localDateOf(now, timeZone)
  )
  if (leaving.length === 0) return
  await ctx.db.transaction(async (tx) => {
    const admins = await activeAdminIds(tx)
    const ids = leaving.map(({ id }) => id)
    const staying = admins.every((id) => ids.includes(id)) ? admins[0] : undefined
    await deactivatePeople(
      tx,
      ctx,
      ids.filter((id) => id !== staying)
    )
  })
}
