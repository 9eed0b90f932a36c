import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { EmployeeNotFound } from '../directory/errors.ts'
import { daysOffSpan } from '../engine/time/days-off-span.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { spansLeft } from '../engine/time/spans-left.ts'
import { may } from '../permissions.ts'
import { closeProposalsOf } from '../swaps/close-proposals-of.ts'
import type { AbsenceKind } from '../words.ts'
import { AbsenceNotYours } from './errors.ts'
import { listFlagged } from './list-flagged.ts'
import { insertAbsences, type LockedPerson, listNoted, lockPerson } from './queries/absences.ts'
import { listSeatsAhead, releaseSeats, type SeatAhead } from './queries/seats.ts'
import { readSpan } from './read-span.ts'
import { tellOfAbsences } from './tell-of-absences.ts'
import { tellOfOpenSeats } from './tell-of-open-seats.ts'
import { tellingOfFlags } from './telling-of-flags.ts'

/**
 * The actor is ill today: from now to the end of the day, or of `lastOn`, they are away, and their seats on today's
 * shifts that have not begun open at once. Leads, hosts on the shift and the five fittest to take it are told that the
 * seat is open, not why. A shift under way is flagged, as are shifts of later days. A second time changes nothing.
 *
 * @throws {AbsenceNotValid}
 */
export async function reportSick(ctx: Context, { lastOn }: { lastOn?: string } = {}) {
  return reportAway(ctx, ctx.actor.employeeId, { kind: 'sick', ...(lastOn && { lastOn }) })
}

/**
 * The same by a lead of the person's team or HR, for somebody who cannot do it themselves; the person is told who did
 * it. What kind of absence it is remains for the person to say.
 *
 * @throws {EmployeeNotFound} {@link AbsenceNotYours} {@link AbsenceNotValid}
 */
export async function reportAwayFor(ctx: Context, employeeId: string, { lastOn }: { lastOn?: string } = {}) {
  return reportAway(ctx, employeeId.toLowerCase(), { kind: 'other', ...(lastOn && { lastOn }) })
}

interface Report {
  kind: AbsenceKind
  lastOn?: string
}

async function reportAway(ctx: Context, employeeId: string, { kind, lastOn }: Report) {
  return ctx.db.transaction(async (tx) => {
    const person = await lockPerson(tx, employeeId)
    if (!person || person.deactivatedAt) throw new EmployeeNotFound({ employeeId })
    refuseForeign(ctx, person)
    const now = ctx.now()
    const { today, span } = spanFrom(now, person, lastOn)

    const seats = await listSeatsAhead(tx, [employeeId], now)
    const released = seats.filter(({ startsAt }) => now <= startsAt && startsAt < today.endsAt)
    await giveUp(tx, ctx, released)
    const noted = await tellingOfFlags(tx, ctx, [employeeId], () =>
      noteRest(tx, ctx, { employeeId, kind, ...span })
    )
    // Whoever gives up a seat hears from that who noted them away.
    if (released.length === 0) await tellOfAbsences(tx, ctx, noted)
    const asked = await tellOfOpenSeats(tx, ctx, { person, released })
    const flagged = await listFlagged(tx, { employeeIds: [employeeId], after: now })
    return { awayUntil: span.endsAt, released, askedFirst: asked, shiftsInTheWay: flagged }
  })
}

function refuseForeign({ actor }: Context, person: LockedPerson): void {
  const whose = { employeeId: person.id, teamId: person.teamId }
  if (!may(actor, 'absence.report-today', whose)) throw new AbsenceNotYours({ employeeId: person.id })
}

/** From now to the end of the working day, or of `lastOn`. Before dawn a night worker's day is still the one before. */
function spanFrom(now: Date, person: LockedPerson, lastOn: string | undefined) {
  const day = localDateOf(now, person.zone)
  const ofDate = daysOffSpan({ fromOn: day, lastOn: day }, person)
  const today = ofDate.startsAt > now ? nightBefore(now, person) : ofDate
  const endsAt = lastOn === undefined ? today.endsAt : readSpan({ fromOn: day, lastOn }, person).endsAt
  return { today, span: { startsAt: now, endsAt } }
}

function nightBefore(now: Date, person: LockedPerson) {
  const day = localDateOf(new Date(now.getTime() - 86_400_000), person.zone)
  return daysOffSpan({ fromOn: day, lastOn: day }, person)
}

async function giveUp(tx: Tx, ctx: Context, seats: readonly SeatAhead[]): Promise<void> {
  if (seats.length === 0) return
  const assignmentIds = seats.map(({ assignmentId }) => assignmentId)
  await releaseSeats(tx, assignmentIds, ctx.now())
  await closeProposalsOf(tx, ctx, { assignmentIds, cause: 'absence' })
  await recordAudits(
    tx,
    ctx,
    seats.map(({ assignmentId, employeeId, shiftId }) => ({
      action: 'assignment.released',
      objectType: 'assignment',
      objectId: assignmentId,
      after: { employeeId, shiftId, cause: 'absence' }
    }))
  )
}

/** Notes the parts of the span that no absence covers yet. */
async function noteRest(
  tx: Tx,
  ctx: Context,
  { employeeId, kind, ...span }: { employeeId: string; kind: AbsenceKind; startsAt: Date; endsAt: Date }
): Promise<{ employeeId: string; startsAt: Date; endsAt: Date }[]> {
  const noted = await listNoted(tx, { employeeIds: [employeeId], from: span.startsAt, to: span.endsAt })
  const rows = await insertAbsences(
    tx,
    spansLeft(span, noted).map((rest) => ({ ...rest, employeeId, kind, createdAt: ctx.now() }))
  )
  await recordAudits(
    tx,
    ctx,
    rows.map(({ id, ...after }) => ({ action: 'absence.noted', objectType: 'absence', objectId: id, after }))
  )
  return rows
}
