import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, PERSON_COLUMNS } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'
import { eachSeat, seatsShared } from '../../../db/shared-rows.ts'
import type { PersonFact } from '../../engine/facts/planning-facts.ts'

/** Everybody who works here now, by id. */
export async function listActivePeople(db: Queryable) {
  return db
    .select({
      id: employees.id,
      name: employees.name,
      ...PERSON_COLUMNS
    })
    .from(employees)
    .where(isNull(employees.deactivatedAt))
    .orderBy(asc(employees.id))
}

/** Somebody who works here now, as a plan knows them. */
export type ActivePerson = Omit<
  PersonFact,
  'absences' | 'unavailable' | 'wishes' | 'dueMinutes' | 'balanceMinutes' | 'carriedUnpopular'
>

const amongPeople = (employeeIds: readonly string[] | undefined) =>
  employeeIds && sql`${assignments.employeeId} = any(${sql.param([...employeeIds])}::uuid[])`

export async function listTeamCaps(db: Queryable) {
  return db.select({ id: teams.id, supportCap: teams.supportCap }).from(teams).orderBy(asc(teams.id))
}

/**
 * Seats in force that touch a span of instants, of every rotation, everybody's or these people's, by start; the instants are
 * those that people work. What the seats of a shift have in common is read once for all of them.
 */
export async function listSeatsBetween(
  db: Queryable,
  { from, to, employeeIds }: { from: Date; to: Date; employeeIds?: readonly string[] | undefined }
) {
  const rows = await db
    .select({
      pairs: seatsShared(assignments.employeeId, assignments.id),
      shiftId: shifts.id,
      rotationId: shifts.rotationId,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      shiftStartsAt: shifts.startsAt,
      isPart: isNotNull(assignments.partStartsAt).mapWith(Boolean)
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, from),
        lt(assignments.heldStartsAt, to),
        // The same of the shifts, which need not all be read then.
        sql`${shifts.startsAt} > ${from.toISOString()}::timestamptz - ${LONGEST_SHIFT}`,
        lt(shifts.startsAt, to),
        amongPeople(employeeIds)
      )
    )
    .groupBy(sql`2, 3, 4, 5, 6, 7, 8`)
  // A draft knows its facts by their text: the order of the fields is a part of that.
  return eachSeat(rows, ({ pairs: _, ...shared }, employeeId, assignmentId) => ({
    assignmentId,
    employeeId,
    ...shared
  }))
}

export type SeatRow = Awaited<ReturnType<typeof listSeatsBetween>>[number]

/** The longest shift is a day, or an hour more where clocks go back. */
const LONGEST_SHIFT = sql`interval '48 hours'`

/** Hours are booked on the day of the shift; a month to either side is more than any shift was ever moved. */
const BOOKED_WITHIN = sql`interval '31 days'`

/** Of a few people it is read from the index of held times who held anything about then, not all that they ever held. */
const heldAbout = ({ fromOn, toOn }: { fromOn: string; toOn: string }) =>
  and(
    sql`${assignments.heldEndsAt} > ${fromOn}::date - ${BOOKED_WITHIN}`,
    sql`${assignments.heldStartsAt} < ${toOn}::date + ${BOOKED_WITHIN}`
  )

/**
 * Seats in force on some local days, everybody's or these people's, with whether their hours are in the ledger already: by
 * joining the ledger of these days, as asking of each seat would read all of it. A row says who shares such a seat: of thousands of people there are
 * tens of thousands of seats, and a few thousand spans.
 */
export async function listSeatsOnDays(
  db: Queryable,
  { fromOn, toOn, employeeIds }: { fromOn: string; toOn: string; employeeIds?: readonly string[] | undefined }
) {
  const span = {
    onDay: shifts.onDay,
    startsAt: assignments.heldStartsAt,
    endsAt: assignments.heldEndsAt,
    isHoliday: shifts.isHoliday,
    isConfirmed: isNotNull(ledgerEntries.id).mapWith(Boolean)
  }
  const holders = sql<string>`string_agg(${assignments.employeeId}::text, ' ')`
  return (
    db
      .select({ ...span, employeeIds: holders.mapWith((ids: string) => ids.split(' ')) })
      .from(assignments)
      .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
      // Of a seat's worked entries the first one corrects none, and there is one such (ledger_entries_confirm_once).
      .leftJoin(
        ledgerEntries,
        and(
          eq(ledgerEntries.assignmentId, assignments.id),
          eq(ledgerEntries.kind, 'worked'),
          isNull(ledgerEntries.correctsId),
          sql`${ledgerEntries.onDay} >= ${fromOn}::date - ${BOOKED_WITHIN}`,
          sql`${ledgerEntries.onDay} < ${toOn}::date + ${BOOKED_WITHIN}`
        )
      )
      .where(
        and(
          isNull(assignments.releasedAt),
          gte(shifts.onDay, fromOn),
          lt(shifts.onDay, toOn),
          employeeIds && heldAbout({ fromOn, toOn }),
          amongPeople(employeeIds)
        )
      )
      .groupBy(sql`1, 2, 3, 4, 5`)
  )
}

/** Names of these people, the deactivated included. */
export async function listNames(db: Queryable, employeeIds: readonly string[]): Promise<Map<string, string>> {
  if (employeeIds.length === 0) return new Map()
  const rows = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(inArray(employees.id, [...new Set(employeeIds)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The first of these people by id, all or those of some teams and somebody, with their names. */
export async function listFirstNames(
  db: Queryable,
  {
    employeeIds,
    among,
    limit
  }: {
    employeeIds: readonly string[]
    among: { employeeId: string; teamIds: readonly string[] } | null
    limit: number
  }
) {
  return db
    .select({ employeeId: employees.id, name: employees.name })
    .from(employees)
    .where(
      and(
        sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`,
        among
          ? or(
              eq(employees.id, among.employeeId),
              sql`${employees.teamId} = any(${sql.param([...among.teamIds])}::uuid[])`
            )
          : undefined
      )
    )
    .orderBy(asc(employees.id))
    .limit(limit)
}

/** People who work here and may not enter: the brake on leavers holds them. */
export async function listHeldOutside(db: Queryable): Promise<Set<string>> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(isNull(employees.deactivatedAt), isNotNull(employees.suspendedAt)))
  return new Set(rows.map(({ id }) => id))
}

/** The name of every team, by id. */
export async function listTeamNames(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How much somebody works, in percent of full time. */
export async function findFtePercent(db: Queryable, employeeId: string): Promise<number> {
  const [row] = await db
    .select({ ftePercent: employees.ftePercent })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row?.ftePercent ?? 100
}
