import { subHours } from 'date-fns'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { ANSWER_HOURS, noShowState } from '../engine/ledger/no-show-state.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { bookEntries } from './book-entries.ts'
import { noShowFacts } from './no-show-facts.ts'
import { findNoShow, listRaisedBefore, type NoShowRow, updateNoShow } from './queries/attendance.ts'
import { listConfirmed, lockPeople } from './queries/ledger.ts'

/** Records what nobody has answered in 48 hours: no hours for the seat, which can still be corrected with a reason. */
export async function recordNoShows(ctx: AnyContext): Promise<void> {
  const unanswered = await listRaisedBefore(ctx.db, subHours(ctx.now(), ANSWER_HOURS))
  for (const noShow of unanswered) await recordOne(ctx, noShow)
}

async function recordOne(ctx: AnyContext, { assignmentId, employeeId }: NoShowRow): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockPeople(tx, [employeeId])
    const row = await findNoShow(tx, assignmentId)
    const confirmed = await listConfirmed(tx, [assignmentId])
    // Answered, or entered, while this job waited for the lock.
    if (!row || noShowState(row) !== 'raised' || confirmed.length > 0) return
    await updateNoShow(tx, row.id, { recordedAt: ctx.now() })
    const entry = {
      ...{ employeeId, assignmentId, onDay: row.onDay, kind: 'worked' as const, minutes: 0 },
      ...{ reason: `Not on the shift, and no answer in ${ANSWER_HOURS} hours`, enteredAt: ctx.now() }
    }
    const [entryId] = await bookEntries(tx, ctx, [entry])
    const facts = { ...noShowFacts(row), entryId }
    const readers = [...new Set([employeeId, row.raisedBy.id])]
    await queueNotices(
      tx,
      readers.map((reader) => ({ employeeId: reader, kind: 'no-show-recorded', facts })),
      ctx.now()
    )
    await recordAudit(tx, ctx, {
      ...{ action: 'no-show.recorded', objectType: 'assignment', objectId: assignmentId },
      after: { employeeId, entryId }
    })
  })
}
