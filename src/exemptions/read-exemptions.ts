import type { Context } from '../context.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { CursorNotReadable, pageOf, readCursor } from '../lib/paging.ts'
import { may } from '../permissions.ts'
import { ExemptionNotFound } from './errors.ts'
import { findExemption, listExemptions } from './queries.ts'
import { maySee, viewFor } from './standing.ts'

/** Exemptions of the actor's team and of teams they lead, HR's of everybody, latest first day first. */
export async function readExemptions(
  ctx: Context,
  { cursor, limit = 50, teamId }: { cursor?: string; limit?: number; teamId?: string }
) {
  const after = readCursor(cursor)
  if (after && !isLocalDate(after.key)) throw new CursorNotReadable()
  const { actor } = ctx
  const own = { employeeId: actor.employeeId, teamIds: [actor.teamId, ...actor.leads] }
  const page = { ...(teamId !== undefined && { teamId }), after, limit: limit + 1 }
  const rows = await listExemptions(ctx.db, may(actor, 'exemption.see') ? null : own, page)
  const { items, nextCursor } = pageOf(rows, limit, ({ fromOn, id }) => ({ key: fromOn, id }))
  return { items: items.map((row) => viewFor(actor, row)), nextCursor }
}

/** @throws {ExemptionNotFound} also where it is not the actor's to see */
export async function readExemption(ctx: Context, exemptionId: string) {
  const row = await findExemption(ctx.db, exemptionId)
  if (!row || !maySee(ctx.actor, row)) throw new ExemptionNotFound({ exemptionId })
  return viewFor(ctx.actor, row)
}
