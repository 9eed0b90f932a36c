import { and, asc, eq, gt, isNull, lte, notExists, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { gapsTold, shiftRemindersSent } from '../../../db/schema/shift-reminders.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { ShiftReminder } from '../../words.ts'

const SEAT = {
  assignmentId: assignments.id,
  employeeId: assignments.employeeId,
  shiftId: assignments.shiftId,
  rotationId: rotations.id,
  rotationName: rotations.name,
  startsAt: assignments.heldStartsAt,
  endsAt: assignments.heldEndsAt
}

/** Seats in force of people who are here, of which this reminder has not been given for the time they begin at. */
function unreminded(tx: Tx, reminder: ShiftReminder, where: SQL | undefined, limit: number) {
  const given = tx
    .select({ one: sql`1` })
    .from(shiftRemindersSent)
    .where(
      and(
        eq(shiftRemindersSent.assignmentId, assignments.id),
        eq(shiftRemindersSent.reminder, reminder),
        eq(shiftRemindersSent.startsAt, assignments.heldStartsAt)
      )
    )
  return tx
    .select(SEAT)
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, and(eq(employees.id, assignments.employeeId), isNull(employees.deactivatedAt)))
    .where(and(isNull(assignments.releasedAt), where, notExists(given)))
    .orderBy(asc(assignments.heldStartsAt), asc(assignments.id))
    .limit(limit)
}

export type SeatToRemind = Awaited<ReturnType<typeof unreminded>>[number]

/** Seats that begin after `from` and until `to`, held since before `to` came into sight: who has just got it, knows. */
export async function listBeginning(
  tx: Tx,
  reminder: ShiftReminder,
  span: { from: Date; to: Date; leadMinutes: number },
  limit: number
): Promise<SeatToRemind[]> {
  const lead = sql`make_interval(mins => ${span.leadMinutes})`
  const where = and(
    gt(assignments.heldStartsAt, span.from),
    lte(assignments.heldStartsAt, span.to),
    lte(assignments.startsAt, span.to),
    sql`${assignments.createdAt} <= ${assignments.heldStartsAt} - ${lead}`
  )
  return unreminded(tx, reminder, where, limit)
}

/** Seats that ended after `from` and until `to`, without hours in the ledger. */
export async function listEnded(
  tx: Tx,
  reminder: ShiftReminder,
  { from, to }: { from: Date; to: Date },
  limit: number
): Promise<SeatToRemind[]> {
  const booked = tx
    .select({ one: sql`1` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.assignmentId, assignments.id), eq(ledgerEntries.kind, 'worked')))
  const where = and(
    gt(assignments.heldEndsAt, from),
    lte(assignments.heldEndsAt, to),
    lte(assignments.startsAt, to),
    notExists(booked)
  )
  return unreminded(tx, reminder, where, limit)
}

/** Notes the reminders; those come back that nobody else has noted. */
export async function insertReminders(
  tx: Tx,
  reminder: ShiftReminder,
  seats: readonly SeatToRemind[],
  sentAt: Date
): Promise<Set<string>> {
  if (seats.length === 0) return new Set()
  const rows = await tx
    .insert(shiftRemindersSent)
    .values(seats.map(({ assignmentId, startsAt }) => ({ assignmentId, reminder, startsAt, sentAt })))
    .onConflictDoNothing()
    .returning({ assignmentId: shiftRemindersSent.assignmentId })
  return new Set(rows.map(({ assignmentId }) => assignmentId))
}

/** Published shifts to come with fewer people or hosts than they must have, of which nobody was told; by start. */
export async function listGaps(tx: Tx, { from, to }: { from: Date; to: Date }, limit: number) {
  const people = sql<number>`(
    select count(*)::int from assignments a where a.shift_id = ${shifts.id} and a.released_at is null
  )`
  const hosts = sql<number>`(
    select count(*)::int from assignments a join employees e on e.id = a.employee_id and e.is_host
    where a.shift_id = ${shifts.id} and a.released_at is null
  )`
  const told = tx.select({ one: sql`1` }).from(gapsTold).where(eq(gapsTold.shiftId, shifts.id))
  return tx
    .select({
      shiftId: shifts.id,
      rotationId: rotations.id,
      rotationName: rotations.name,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      missing: sql<number>`greatest(${shifts.minSeats} - ${people}, 0)`,
      lacksHost: sql<boolean>`${hosts} < ${shifts.hostsRequired}`,
      eligibleTeamIds: rotations.eligibleTeamIds
    })
    .from(shifts)
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(
      and(
        gt(shifts.startsAt, from),
        lte(shifts.startsAt, to),
        gt(shifts.maxSeats, 0),
        sql`(${people} < ${shifts.minSeats} or ${hosts} < ${shifts.hostsRequired})`,
        notExists(told)
      )
    )
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
    .limit(limit)
}

export async function insertGapsTold(
  tx: Tx,
  shiftIds: readonly string[],
  toldAt: Date
): Promise<Set<string>> {
  if (shiftIds.length === 0) return new Set()
  const rows = await tx
    .insert(gapsTold)
    .values(shiftIds.map((shiftId) => ({ shiftId, toldAt })))
    .onConflictDoNothing()
    .returning({ shiftId: gapsTold.shiftId })
  return new Set(rows.map(({ shiftId }) => shiftId))
}

/** Everybody here who leads a team, with each team. */
export async function listLeads(tx: Tx) {
  return tx
    .select({ employeeId: teamLeads.employeeId, teamId: teamLeads.teamId })
    .from(teamLeads)
    .innerJoin(employees, and(eq(employees.id, teamLeads.employeeId), isNull(employees.deactivatedAt)))
    .orderBy(asc(teamLeads.employeeId), asc(teamLeads.teamId))
}
