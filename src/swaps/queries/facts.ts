import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, mayEnter, PERSON_COLUMNS } from '../../../db/schema/employees.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'
import { eachSeat, seatsShared } from '../../../db/shared-rows.ts'

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

const SHIFT_COLUMNS = {
  id: shifts.id,
  rotationId: rotations.id,
  rotationName: rotations.name,
  zone: rotations.timeZone,
  onDay: shifts.onDay,
  startsAt: shifts.startsAt,
  endsAt: shifts.endsAt,
  isHoliday: shifts.isHoliday,
  minSeats: shifts.minSeats,
  desiredSeats: shifts.desiredSeats,
  maxSeats: shifts.maxSeats,
  hostsRequired: shifts.hostsRequired,
  spacingDays: rotations.spacingDays,
  holidayRule: rotations.holidayRule,
  eligibleTeamIds: rotations.eligibleTeamIds,
  eligibleLevels: rotations.eligibleLevels,
  swapsNeedApproval: rotations.swapsNeedApproval,
  undoMinutes: rotations.undoMinutes
}

const found = (db: Queryable) =>
  db.select(SHIFT_COLUMNS).from(shifts).innerJoin(rotations, eq(rotations.id, shifts.rotationId))

export async function listShifts(db: Queryable, shiftIds: readonly string[]) {
  return found(db)
    .where(sql`${shifts.id} = ${anyOf(shiftIds)}`)
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
}

export type SwapShiftRow = Awaited<ReturnType<typeof listShifts>>[number]

/** Shifts to come with fewer people than desired at some time, if this person is a host also with fewer hosts than needed; by start, with whether somebody holds a part of one. */
export async function listShortShifts(
  db: Queryable,
  span: { from: Date; to: Date },
  employeeId: string,
  limit: number
) {
  const minutes = sql`extract(epoch from ${shifts.endsAt} - ${shifts.startsAt})`
  const held = sql`(
    select coalesce(sum(extract(epoch from a.held_ends_at - a.held_starts_at)), 0)
    from assignments a where a.shift_id = ${shifts.id} and a.released_at is null
  )`
  const heldByHosts = sql`(
    select coalesce(sum(extract(epoch from a.held_ends_at - a.held_starts_at)), 0)
    from assignments a join employees e on e.id = a.employee_id and e.is_host
    where a.shift_id = ${shifts.id} and a.released_at is null
  )`
  const hasParts = sql`exists (
    select from assignments a where a.shift_id = ${shifts.id} and a.released_at is null and a.part_starts_at is not null
  )`
  const isShort = sql`${held} < ${minutes} * ${shifts.desiredSeats}`
  const lacksHost = sql`(${shifts.hostsRequired} > 0 and ${held} < ${minutes} * ${shifts.maxSeats}
    and ${heldByHosts} < ${minutes} * ${shifts.hostsRequired}
    and (select me.is_host from employees me where me.id = ${employeeId}))`
  return db
    .select({ ...SHIFT_COLUMNS, hasParts: sql<boolean>`${hasParts}` })
    .from(shifts)
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(and(gt(shifts.endsAt, span.from), lt(shifts.startsAt, span.to), or(isShort, lacksHost)))
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
    .limit(limit)
}

const SEAT_COLUMNS = {
  assignmentId: assignments.id,
  employeeId: assignments.employeeId,
  shiftId: assignments.shiftId,
  onDay: shifts.onDay,
  startsAt: assignments.heldStartsAt,
  endsAt: assignments.heldEndsAt
}

/** These seats, in force or given up. */
export async function listSeatsById(db: Queryable, assignmentIds: readonly string[]) {
  return db
    .select({ ...SEAT_COLUMNS, releasedAt: assignments.releasedAt })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(sql`${assignments.id} = ${anyOf(assignmentIds)}`)
}

/** A seat, in force or given up, with the team of who holds it. */
export async function findSeat(db: Queryable, assignmentId: string) {
  const [row] = await db
    .select({ ...SEAT_COLUMNS, releasedAt: assignments.releasedAt, teamId: employees.teamId })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(eq(assignments.id, assignmentId))
  return row ?? null
}

export type SeatRow = Awaited<ReturnType<typeof listSeatsById>>[number]

const ofTeams = (employeeIds: readonly string[]) => sql`${assignments.employeeId} in (
  select member.id from employees member
  where member.team_id in (select taker.team_id from employees taker where taker.id = ${anyOf(employeeIds)}))`

/**
 * Seats in force: everybody's that share time with one of the spans (with many of them: on these shifts, and the teams' of
 * the people named), and those of the people named that lie in the window around them.
 */
export async function listSeatsAround(
  db: Queryable,
  where: {
    spans: readonly { id: string; startsAt: Date; endsAt: Date }[]
    employeeIds: readonly string[]
    window: { from: Date; to: Date }
  }
) {
  const { spans, employeeIds, window } = where
  const within = (from: Date, to: Date) =>
    and(gt(assignments.heldEndsAt, from), lt(assignments.heldStartsAt, to))
  // Beside a list of shifts only the cap of a taker's team counts seats: others at the same time change no answer.
  const isList = spans.length > 2
  const beside = isList
    ? [
        sql`${assignments.shiftId} = ${anyOf(spans.map(({ id }) => id))}`,
        and(ofTeams(employeeIds), within(window.from, window.to))
      ]
    : spans.map(({ startsAt, endsAt }) => within(startsAt, endsAt))
  const near = or(
    ...beside,
    and(sql`${assignments.employeeId} = ${anyOf(employeeIds)}`, within(window.from, window.to))
  )
  const { assignmentId: _, employeeId: __, ...shared } = SEAT_COLUMNS
  const rows = await db
    .select({ pairs: seatsShared(assignments.employeeId, assignments.id), ...shared })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(and(isNull(assignments.releasedAt), near))
    .groupBy(sql`2, 3, 4, 5`)
  return eachSeat(rows, ({ pairs: _, ...of }, employeeId, assignmentId) => ({
    assignmentId,
    employeeId,
    ...of
  }))
}

/** These people, by id. */
export async function listPeople(db: Queryable, employeeIds: readonly string[]) {
  return db
    .select({
      id: employees.id,
      name: employees.name,
      ...PERSON_COLUMNS,
      isHere: sql<boolean>`${mayEnter()}`
    })
    .from(employees)
    .where(sql`${employees.id} = ${anyOf(employeeIds)}`)
    .orderBy(asc(employees.id))
}

export async function listTeamCaps(db: Queryable, teamIds: readonly string[]) {
  return db
    .select({ id: teams.id, supportCap: teams.supportCap })
    .from(teams)
    .where(inArray(teams.id, [...teamIds]))
}
