import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'

/** Seats in force of these people that end after an instant, by person and start. Instants are those that the person works. */
export async function listSeatsAhead(db: Queryable, employeeIds: readonly string[], after: Date) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      zone: employees.timeZone,
      shiftId: shifts.id,
      shiftStartsAt: shifts.startsAt,
      rotationId: rotations.id,
      rotationName: rotations.name,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(
      and(
        sql`${assignments.employeeId} = any(${sql.param([...employeeIds])}::uuid[])`,
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, after)
      )
    )
    .orderBy(asc(employees.id), asc(assignments.heldStartsAt))
}

export type SeatAhead = Awaited<ReturnType<typeof listSeatsAhead>>[number]

export async function releaseSeats(tx: Tx, assignmentIds: readonly string[], now: Date): Promise<void> {
  await tx
    .update(assignments)
    .set({ releasedAt: now })
    .where(
      and(
        sql`${assignments.id} = any(${sql.param([...assignmentIds])}::uuid[])`,
        isNull(assignments.releasedAt)
      )
    )
}

/** These shifts with who sits there, a row for each seat in force and one for a shift that nobody sits on. */
export async function listSeatsInForce(db: Queryable, shiftIds: readonly string[]) {
  return db
    .select({
      shiftId: shifts.id,
      shift: { startsAt: shifts.startsAt, endsAt: shifts.endsAt },
      desiredSeats: shifts.desiredSeats,
      maxSeats: shifts.maxSeats,
      hostsRequired: shifts.hostsRequired,
      isHost: employees.isHost,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(shifts)
    .leftJoin(assignments, and(eq(assignments.shiftId, shifts.id), isNull(assignments.releasedAt)))
    .leftJoin(employees, eq(employees.id, assignments.employeeId))
    .where(sql`${shifts.id} = any(${sql.param([...shiftIds])}::uuid[])`)
}

/** Hosts who sit on these shifts. */
export async function listHostsOn(db: Queryable, shiftIds: readonly string[]) {
  return db
    .select({ shiftId: assignments.shiftId, employeeId: employees.id })
    .from(assignments)
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(
      and(
        sql`${assignments.shiftId} = any(${sql.param([...shiftIds])}::uuid[])`,
        isNull(assignments.releasedAt),
        eq(employees.isHost, true)
      )
    )
    .orderBy(asc(employees.id))
}

/** Active people of a team, by name. */
export async function listMembers(db: Queryable, teamId: string) {
  return db
    .select({ employeeId: employees.id, name: employees.name, timeZone: employees.timeZone })
    .from(employees)
    .where(and(eq(employees.teamId, teamId), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.name), asc(employees.id))
}
