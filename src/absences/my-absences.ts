import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import type { AbsenceKind } from '../words.ts'
import { AbsenceNotFound, AbsenceNotValid, AbsenceOverlaps } from './errors.ts'
import { deleteAbsence, findOverlapping, insertAbsence, listOwn, lockPerson } from './queries/absences.ts'

/** Longer than any parental leave in one piece; a slip in the year is longer still. Our own bound. */
const MOST_DAYS = 400
const DAY = 86_400_000

/** The actor's own absences with their kind, latest start first. */
export async function readMyAbsences(
  ctx: Context,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
) {
  const rows = await listOwn(ctx.db, ctx.actor.employeeId, {
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  return pageOf(rows, limit, ({ startsAt, id }) => ({ key: startsAt.toISOString(), id }))
}

/**
 * Notes that the actor is away from `startsAt` to `endsAt` (RFC 3339, half-open). The kind stays with the person:
 * not even the audit log has it.
 *
 * @throws {AbsenceNotValid} when it ends before it starts, or lasts longer than 400 days.
 * @throws {AbsenceOverlaps}
 */
export async function noteAbsence(
  ctx: Context,
  wanted: { startsAt: string; endsAt: string; kind: AbsenceKind }
) {
  const { employeeId } = ctx.actor
  const span = readSpan(wanted)
  return ctx.db.transaction(async (tx) => {
    await lockPerson(tx, employeeId)
    const other = await findOverlapping(tx, employeeId, span)
    if (other)
      throw new AbsenceOverlaps({ absenceId: other.id, startsAt: other.startsAt, endsAt: other.endsAt })
    const absence = await insertAbsence(tx, { ...span, kind: wanted.kind, employeeId, createdAt: ctx.now() })
    await recordAudit(tx, ctx, {
      action: 'absence.noted',
      objectType: 'absence',
      objectId: absence.id,
      after: { employeeId, ...span }
    })
    return absence
  })
}

/** @throws {AbsenceNotFound} also for somebody else's, whose existence is private. */
export async function deleteMyAbsence(ctx: Context, absenceId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockPerson(tx, ctx.actor.employeeId)
    const gone = await deleteAbsence(tx, absenceId, ctx.actor.employeeId)
    if (!gone) throw new AbsenceNotFound({ absenceId })
    await recordAudit(tx, ctx, {
      action: 'absence.deleted',
      objectType: 'absence',
      objectId: absenceId,
      before: { employeeId: ctx.actor.employeeId, startsAt: gone.startsAt, endsAt: gone.endsAt }
    })
  })
}

function readSpan(wanted: { startsAt: string; endsAt: string }) {
  const startsAt = readInstant('startsAt', wanted.startsAt)
  const endsAt = readInstant('endsAt', wanted.endsAt)
  const length = endsAt.getTime() - startsAt.getTime()
  if (length <= 0) throw new AbsenceNotValid({ field: 'endsAt', remedy: 'Let it end after it starts.' })
  if (length > MOST_DAYS * DAY) {
    throw new AbsenceNotValid({ field: 'endsAt', remedy: `Note ${MOST_DAYS} days at most at a time.` })
  }
  return { startsAt, endsAt }
}

/** RFC 3339 allows leap seconds and the year 0, which neither `Date` nor PostgreSQL takes. */
function readInstant(field: string, text: string): Date {
  const at = new Date(text)
  const year = Number.isNaN(at.getTime()) ? 0 : at.getUTCFullYear()
  if (year < 1970 || year > 2199) {
    throw new AbsenceNotValid({ field, remedy: 'Give an instant such as 2027-03-02T09:30:00Z.' })
  }
  return at
}
