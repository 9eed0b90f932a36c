import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { overlappingSlots } from '../engine/facts/overlapping-slots.ts'
import type { PatternSlot } from '../engine/time/expand-pattern.ts'
import { keepShareOfTime } from '../wishes/keep-share-of-time.ts'
import { HoursOverlap } from './errors.ts'
import { lockActor } from './lock-actor.ts'
import { listHours, replaceHours } from './queries/hours.ts'
import { tellingOfFlags } from './telling-of-flags.ts'

/** The actor's hours of every week in which they cannot be on a shift, by weekday and start. */
export async function readMyUnavailableHours(ctx: Context): Promise<PatternSlot[]> {
  const rows = await listHours(ctx.db, { employeeIds: [ctx.actor.employeeId] })
  return rows.map(({ employeeId: _, ...slot }) => slot)
}

/**
 * Replaces the actor's unavailable hours, by the clock of their zone. Published shifts that they fall on are flagged
 * to the actor and the leads.
 *
 * @throws {HoursOverlap} {@link WishesTakeTooMuch}
 */
export async function replaceMyUnavailableHours(
  ctx: Context,
  hours: readonly PatternSlot[]
): Promise<PatternSlot[]> {
  const [overlap] = overlappingSlots(hours)
  if (overlap) throw new HoursOverlap({ first: hours[overlap[0]]!, second: hours[overlap[1]]! })
  const me = ctx.actor.employeeId
  await ctx.db.transaction(async (tx) => {
    await lockActor(tx, ctx)
    await keepShareOfTime(tx, ctx, () =>
      tellingOfFlags(tx, ctx, [me], () =>
        replaceHours(
          tx,
          me,
          hours.map((slot) => ({ ...slot, createdAt: ctx.now() }))
        )
      )
    )
    const what = { action: 'unavailable-hours.replaced', objectType: 'employee', objectId: me }
    await recordAudit(tx, ctx, { ...what, after: { hours } })
  })
  return readMyUnavailableHours(ctx)
}
