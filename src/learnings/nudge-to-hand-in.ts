import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { learningDueAt } from '../engine/insight/learning-due-at.ts'
import { nudgeDue } from '../engine/insight/nudge-due.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { insertNudges, listSilentSeats } from './queries/nudges.ts'

/** Nudges end after 48 hours, so older shifts need not be looked at. */
const LOOK_BACK_DAYS = 2

/**
 * Asks those whose shift has ended what they heard: once as it ends, once at nine the next morning where they are, then
 * no more; never who handed something in or answered "nothing new". May run as often as it likes.
 */
export async function nudgeToHandIn(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  await ctx.db.transaction(async (tx) => {
    const seats = await listSilentSeats(tx, { since: subDays(now, LOOK_BACK_DAYS), now })
    const due = seats.flatMap((seat) => {
      const nudge = nudgeDue(seat, now)
      return nudge ? [{ ...seat, nudge }] : []
    })
    const sent = await insertNudges(
      tx,
      due.map(({ assignmentId, nudge }) => ({ assignmentId, nudge, sentAt: now }))
    )
    const isNew = new Set(sent.map(({ assignmentId }) => assignmentId))
    const owed = due.filter(({ assignmentId }) => isNew.has(assignmentId))
    await queueNotices(
      tx,
      owed.map(({ employeeId, zone: _, sent: __, ...facts }) => ({
        employeeId,
        kind: 'hand-in-learning',
        facts: { ...facts, dueAt: learningDueAt(facts.endsAt) }
      })),
      now
    )
  })
}
