import { constraintOf, type Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { bookEntries } from './book-entries.ts'
import { HoursConfirmedBefore } from './errors.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { listConfirmed, type Seat } from './queries/ledger.ts'
import { settleNoShows } from './settle-no-shows.ts'

/** Worked hours of one seat, as they go into the ledger. */
export interface Worked {
  seat: Seat
  minutes: number
  reason?: string | null
  workedFrom?: Date
  workedTo?: Date
}

/**
 * Books worked hours, once per seat, and with each the time for getting ready where the rotation counts it and anything was
 * worked. A no-show raised meanwhile is answered by it. Nobody else can confirm while the people are locked; the unique
 * index holds even where a writer forgets to lock.
 *
 * @returns the ids of the worked entries, in the order given
 * @throws {HoursConfirmedBefore}
 */
export async function bookWorked(tx: Tx, ctx: Context, worked: Worked[]): Promise<string[]> {
  const assignmentIds = worked.map(({ seat }) => seat.assignmentId)
  const confirmed = await listConfirmed(tx, assignmentIds)
  if (confirmed.length > 0) throw new HoursConfirmedBefore({ assignmentIds: confirmed })
  const rows = worked.map((one) => workedEntry(ctx, one))
  const extra = worked
    .filter(({ minutes }) => minutes > 0)
    .map(({ seat }) => preparationEntry(ctx, seat))
    .filter(({ minutes }) => minutes > 0)
  const ids = await bookEntries(tx, ctx, [...rows, ...extra]).catch((error: unknown) => {
    if (constraintOf(error) !== 'ledger_entries_confirm_once') throw error
    throw new HoursConfirmedBefore({ assignmentIds })
  })
  await settleNoShows(tx, ctx, assignmentIds)
  return ids.slice(0, rows.length)
}

const entryOf = (ctx: Context, { employeeId, onDay, assignmentId }: Seat) => ({
  ...{ employeeId, onDay, assignmentId },
  enteredAt: ctx.now(),
  enteredBy: ctx.actor.employeeId
})

function workedEntry(ctx: Context, { seat, minutes, reason = null, ...span }: Worked) {
  return { ...entryOf(ctx, seat), kind: 'worked' as const, minutes, reason, ...span }
}

function preparationEntry(ctx: Context, seat: Seat) {
  const purpose = 'preparation' as const
  const reason = 'Getting ready for the shift'
  return {
    ...entryOf(ctx, seat),
    kind: 'credited' as const,
    minutes: preparationOf(seat),
    purpose,
    reason
  }
}

/** Pro rata of the shift, and never rounded up: whoever splits shifts with a friend gains nothing by it. */
function preparationOf({ preparationMinutes, shiftStartsAt, shiftEndsAt, ...held }: Seat): number {
  const shift = plannedMinutes({ startsAt: shiftStartsAt, endsAt: shiftEndsAt })
  return Math.floor((preparationMinutes * plannedMinutes(held)) / shift)
}
