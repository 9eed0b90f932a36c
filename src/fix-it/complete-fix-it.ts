import { addDays } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { CORRECTION_DAYS } from '../engine/ledger/may-correct-hours.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { bookEntries } from '../hours/book-entries.ts'
import { FixItClosed, FixItDone, FixItNotBegun, FixItNotFound } from './errors.ts'
import { deleteBlock, findOwnBlock, listOwnBlocks, lockPerson, markDone } from './queries.ts'

/** The actor's own blocks, latest first. */
export async function readMyFixIts(ctx: Context) {
  return listOwnBlocks(ctx.db, ctx.actor.employeeId)
}

/**
 * The actor says what they repaired or wrote in their block, within two weeks of it; its minutes go into the ledger.
 *
 * @throws {FixItNotFound} {@link FixItDone} {@link FixItNotBegun} {@link FixItClosed}
 */
export async function completeFixIt(ctx: Context, fixItId: string, outcome: string) {
  const { employeeId, timeZone } = ctx.actor
  return ctx.db.transaction(async (tx) => {
    const block = await lockOpenBlock(tx, ctx, fixItId)
    const { startsAt, endsAt, assignmentId } = block
    if (ctx.now() < startsAt) throw new FixItNotBegun({ startsAt })
    const closedAt = addDays(endsAt, CORRECTION_DAYS)
    if (ctx.now() >= closedAt) throw new FixItClosed({ closedAt })
    await markDone(tx, block.id, { doneAt: ctx.now(), outcome })
    const entry = {
      ...{ employeeId, assignmentId, kind: 'credited' as const, purpose: 'fix_it' as const },
      ...{
        minutes: minutesBetween(startsAt, endsAt),
        onDay: localDateOf(startsAt, timeZone),
        reason: outcome
      },
      ...{ enteredAt: ctx.now(), enteredBy: employeeId }
    }
    const [entryId] = await bookEntries(tx, ctx, [entry])
    await recordAudit(tx, ctx, {
      ...{ action: 'fix-it.done', objectType: 'fix-it', objectId: block.id },
      after: { employeeId, entryId, learningId: block.learning.id, minutes: entry.minutes }
    })
    return { ...block, doneAt: ctx.now(), outcome, entryId: entryId! }
  })
}

/**
 * Gives up a block that is not done; the time is free again, and the shift may have another.
 *
 * @throws {FixItNotFound} {@link FixItDone}
 */
export async function giveUpFixIt(ctx: Context, fixItId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { id, startsAt, endsAt } = await lockOpenBlock(tx, ctx, fixItId)
    await deleteBlock(tx, id)
    const what = { action: 'fix-it.given-up', objectType: 'fix-it', objectId: id }
    await recordAudit(tx, ctx, { ...what, before: { employeeId: ctx.actor.employeeId, startsAt, endsAt } })
  })
}

async function lockOpenBlock(tx: Tx, { actor }: Context, fixItId: string) {
  await lockPerson(tx, actor.employeeId)
  const block = await findOwnBlock(tx, fixItId, actor.employeeId)
  if (!block) throw new FixItNotFound({ fixItId })
  if (block.doneAt) throw new FixItDone()
  return block
}
