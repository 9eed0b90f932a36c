import { listFlagged } from '../absences/list-flagged.ts'
import type { Context } from '../context.ts'
import { hoursStatus } from '../engine/ledger/hours-status.ts'
import { isPlannableDate } from '../rotations/period.ts'
import { buddyOf } from './buddy-of.ts'
import { SpanNotValid } from './errors.ts'
import { listSeatsOf, listShiftsByIds } from './queries.ts'
import { withPeople } from './read-shifts.ts'

/** Our own bound: more than anybody holds in a year, even a host on every second day. */
const MOST_SHIFTS = 400

/** Instants, half-open; left out: from now on. */
export interface MySpan {
  from?: string
  to?: string
}

/**
 * The actor's shifts that touch a span, by start: when the actor works, who is on with them, who their buddy is, why
 * they got it, and how far their hours are, and whether they fall on an absence of theirs. Six queries, at most 400
 * shifts.
 *
 * @throws {SpanNotValid}
 */
export async function readMyShifts(ctx: Context, { from, to }: MySpan = {}) {
  const now = ctx.now()
  const span = {
    from: from === undefined ? now : instantIn(from, 'from'),
    to: to === undefined ? null : instantIn(to, 'to')
  }
  if (span.to && span.to <= span.from) throw new SpanNotValid({ field: 'to' })
  const me = ctx.actor.employeeId
  const seats = await listSeatsOf(ctx.db, me, { ...span, limit: MOST_SHIFTS })
  const rows = await listShiftsByIds(
    ctx.db,
    seats.map(({ shiftId }) => shiftId)
  )
  const flagged = new Set(
    (await listFlagged(ctx.db, { employeeIds: [me], after: span.from })).map((seat) => seat.assignmentId)
  )
  const shifts = new Map((await withPeople(ctx, rows)).map((shift) => [shift.id, shift]))
  return seats.map(({ assignmentId, shiftId, startsAt, endsAt, bookedMinutes }) => {
    const shift = shifts.get(shiftId)!
    const { people } = shift
    const entry = bookedMinutes === null ? null : { minutes: bookedMinutes }
    const buddy = buddyOf(people, me)
    return {
      assignmentId,
      startsAt,
      endsAt,
      shift,
      buddy: buddy && { id: buddy.employeeId, name: buddy.name },
      isInAbsence: flagged.has(assignmentId),
      reason: people.find(({ employeeId }) => employeeId === me)?.reason ?? null,
      hours: { status: hoursStatus({ startsAt, endsAt, entry, now }), minutes: bookedMinutes }
    }
  })
}

export type MyShift = Awaited<ReturnType<typeof readMyShifts>>[number]

function instantIn(text: string, field: string): Date {
  const at = new Date(text)
  // Beyond these years dates have forms that the database refuses.
  if (Number.isNaN(at.getTime()) || !isPlannableDate(at.toISOString())) throw new SpanNotValid({ field })
  return at
}
