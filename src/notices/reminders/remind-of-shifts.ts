import { addMinutes, subDays } from 'date-fns'
import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { ShiftReminder } from '../../words.ts'
import { insertReminders, listBeginning, listEnded, type SeatToRemind } from '../queries/reminders.ts'
import { queueNotices } from '../queue-notices.ts'
import type { Kind } from '../texts/english.ts'

const DAY = 24 * 60

/**
 * Minutes before the start from which each reminder is given, and from which it would be too late because the next one is
 * (issue 7: seven days, one day, one hour).
 */
const BEFORE: readonly { reminder: ShiftReminder; kind: Kind; fromMinutes: number; toMinutes: number }[] = [
  { reminder: 'week', kind: 'shift-in-a-week', fromMinutes: 7 * DAY, toMinutes: DAY },
  { reminder: 'day', kind: 'shift-tomorrow', fromMinutes: DAY, toMinutes: 60 },
  { reminder: 'hour', kind: 'shift-in-an-hour', fromMinutes: 60, toMinutes: 0 }
]
/** Of hours that are older nobody is reminded: they stand on the page of today, and a lead sees them. */
const CONFIRM_DAYS = 2
/** Rows per transaction. */
const BATCH = 500

/**
 * Reminds people of the shifts they hold, a week, a day and an hour before, and after the end of hours that are not
 * confirmed. Each once for each time that a seat begins at: who gets a seat late, or gives it up, is not reminded of it,
 * and a seat that moves is reminded of anew. After an outage only the reminder of the hour is given.
 */
export async function remindOfShifts(ctx: AnyContext): Promise<void> {
  for (const { reminder, kind, fromMinutes, toMinutes } of BEFORE) {
    await inBatches(ctx, reminder, kind, (tx, now) => {
      const span = { from: addMinutes(now, toMinutes), to: addMinutes(now, fromMinutes) }
      return listBeginning(tx, reminder, { ...span, leadMinutes: fromMinutes }, BATCH)
    })
  }
  await inBatches(ctx, 'confirm', 'confirm-hours', (tx, now) =>
    listEnded(tx, 'confirm', { from: subDays(now, CONFIRM_DAYS), to: now }, BATCH)
  )
}

async function inBatches(
  ctx: AnyContext,
  reminder: ShiftReminder,
  kind: Kind,
  list: (tx: Tx, now: Date) => Promise<SeatToRemind[]>
): Promise<void> {
  for (let found = BATCH; found === BATCH; ) {
    found = await ctx.db.transaction(async (tx) => {
      const now = ctx.now()
      const seats = await list(tx, now)
      const fresh = await insertReminders(tx, reminder, seats, now)
      const owed = seats
        .filter(({ assignmentId }) => fresh.has(assignmentId))
        .map(({ employeeId, ...facts }) => ({ employeeId, kind, facts }))
      await queueNotices(tx, owed, now)
      return seats.length
    })
  }
}
