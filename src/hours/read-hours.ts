import { addDays } from 'date-fns'
import { type ProposedByActivity, readProposedByActivity } from '../activity/read-activity.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { CORRECTION_DAYS } from '../engine/ledger/may-correct-hours.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { CursorNotReadable, type PageOf, pageOf, readCursor } from '../lib/paging.ts'
import { EmployeeNotFound } from './errors.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { findPerson, listEntries, listUnconfirmedSeats } from './queries/ledger.ts'
import { type Entry, entryFrom } from './read-entries.ts'
import { isSelf, maySeeHours } from './standing.ts'

export interface HoursPage {
  cursor?: string
  limit?: number
}

export interface ProposedHours {
  assignmentId: string
  shiftId: string
  rotationId: string
  rotationName: string
  onDay: string
  startsAt: Date
  endsAt: Date
  plannedMinutes: number
  /** What the help desk proposes instead, if it saw the person at work; shown to them alone. */
  activity: ProposedByActivity | null
  /** Until then the person confirms; after it a lead of their team. */
  confirmUntil: Date
}

/** Hours of shifts that are over and that nobody has confirmed, latest first. Derived at `ctx.now()`, not stored. */
export async function listProposedHours(ctx: Context, employeeId: string): Promise<ProposedHours[]> {
  const seats = await listUnconfirmedSeats(ctx.db, employeeId, ctx.now())
  const isTheirs = employeeId === ctx.actor.employeeId
  const theirs = isTheirs ? seats.map((seat) => ({ ...seat, employeeId })) : []
  const activity = await readProposedByActivity(ctx.db, theirs)
  return seats.map((seat) => ({
    ...seat,
    plannedMinutes: plannedMinutes(seat),
    activity: activity.get(seat.assignmentId) ?? null,
    confirmUntil: addDays(seat.endsAt, CORRECTION_DAYS)
  }))
}

/**
 * What a person has proposed and booked, for themselves, their leads and HR. Proposed hours come with the first page
 * only. When somebody else looks, that is written down.
 *
 * @throws {EmployeeNotFound} also where the hours are not the actor's to see
 */
export async function readHours(ctx: Context, employeeId: string, { cursor, limit = 50 }: HoursPage) {
  const after = readDayCursor(cursor)
  const person = await findPerson(ctx.db, employeeId)
  if (!person || !maySeeHours(ctx.actor, person)) throw new EmployeeNotFound({ employeeId })
  if (!isSelf(ctx.actor, person)) await noteLook(ctx, employeeId)
  const proposed = after ? [] : await listProposedHours(ctx, employeeId)
  const rows = await listEntries(ctx.db, employeeId, { after, limit: limit + 1 })
  const page: PageOf<Entry> = pageOf(rows.map(entryFrom), limit, ({ onDay, id }) => ({ key: onDay, id }))
  return { proposed, ...page }
}

async function noteLook(ctx: Context, employeeId: string): Promise<void> {
  await ctx.db.transaction((tx) =>
    recordAudit(tx, ctx, { action: 'hours.viewed', objectType: 'employee', objectId: employeeId })
  )
}

function readDayCursor(cursor: string | undefined) {
  const after = readCursor(cursor)
  if (after && !isLocalDate(after.key)) throw new CursorNotReadable()
  return after
}
