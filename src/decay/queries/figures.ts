import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { learnings, nothingNewAnswers } from '../../../db/schema/learnings.ts'
import { proposalChanges } from '../../../db/schema/proposals.ts'
import { publicationChanges, publications } from '../../../db/schema/publications.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import { shifts } from '../../../db/schema/shifts.ts'

export interface Quarter {
  fromOn: string
  toOn: string
}

/** Shifts of the quarters, by days: what is joined with them is found in the index then, and not all there ever was. */
const inQuarters = (quarters: readonly Quarter[]): SQL =>
  sql`(${shifts.onDay} >= ${quarters[0]!.fromOn}::date and ${shifts.onDay} < ${quarters.at(-1)!.toOn}::date)`

/** A row source `quarter (from_on, to_on, place)`, one row per quarter. */
function quarterRows(quarters: readonly Quarter[]): SQL {
  const froms = sql.param(quarters.map(({ fromOn }) => fromOn))
  const tos = sql.param(quarters.map(({ toOn }) => toOn))
  return sql`unnest(${froms}::date[], ${tos}::date[]) with ordinality as quarter (from_on, to_on, place)`
}

const place = sql<number>`quarter.place - 1`.mapWith(Number)
const onDay = sql`${shifts.onDay} >= quarter.from_on and ${shifts.onDay} < quarter.to_on`
const count = (what: SQL) => sql<number>`count(*) filter (where ${what})`.mapWith(Number)

/** Seats whose booked hours come to nothing: nobody worked there. Without an entry of none or a correction they cannot. */
const missed = sql`(select assignment_id from ledger_entries
  where kind = 'worked' and assignment_id in (
    select assignment_id from ledger_entries where kind = 'worked' and (minutes = 0 or corrects_id is not null))
  group by 1 having sum(minutes) = 0) as missed`

/** People employed on a day of each quarter: staff who are no hosts, those of them with a shift, and hosts. */
export async function countPeople(db: Queryable, quarters: readonly Quarter[], now: Date) {
  const goneOn = sql`least(${employees.leavesOn}, (${employees.deactivatedAt} at time zone ${employees.timeZone})::date)`
  // Joined and not looked up: asked of each person and quarter it costs minutes for thousands.
  const worked = sql`(
    select distinct ${assignments.employeeId} as employee_id, quarter.place
    from ${assignments} join ${shifts} on ${shifts.id} = ${assignments.shiftId}
      join ${quarterRows(quarters)} on ${onDay}
      left join ${missed} on missed.assignment_id = ${assignments.id}
    where ${inQuarters(quarters)} and ${assignments.releasedAt} is null and ${shifts.endsAt} <= ${now.toISOString()}::timestamptz
      and missed.assignment_id is null) as worked`
  const isStaff = sql`${employees.level} = 'staff' and not ${employees.isHost}`
  return db
    .select({
      quarter: place,
      staff: count(isStaff),
      tookPart: count(sql`${isStaff} and worked.place is not null`),
      hosts: count(sql`${employees.isHost}`)
    })
    .from(employees)
    .innerJoin(
      quarterRows(quarters),
      sql`${employees.joinedOn} < quarter.to_on and (${goneOn} is null or ${goneOn} >= quarter.from_on)`
    )
    .leftJoin(worked, sql`worked.employee_id = ${employees.id} and worked.place = quarter.place`)
    .groupBy(sql`quarter.place`)
}

/**
 * Seats of each quarter whose shift has begun, and those of them given up late: by nobody's agreement to take them over
 * (a swap, cover or publication), and not because a publication was reverted.
 */
export async function countSeats(
  db: Queryable,
  quarters: readonly Quarter[],
  late: { now: Date; days: number }
) {
  const handedOver = sql`(exists (select from ${proposalChanges} where ${proposalChanges.assignmentId} = ${assignments.id} and ${proposalChanges.effect} = 'taken')
    or exists (select from ${publicationChanges} where ${publicationChanges.assignmentId} = ${assignments.id} and ${publicationChanges.effect} = 'taken')
    or exists (select from ${publicationChanges} join ${publications} on ${publications.id} = ${publicationChanges.publicationId}
      where ${publicationChanges.assignmentId} = ${assignments.id} and ${publications.revertedAt} = ${assignments.releasedAt}))`
  const isLate = sql`${assignments.releasedAt} > ${assignments.startsAt} - make_interval(days => ${late.days})`
  const isDropped = sql`${assignments.releasedAt} is not null and ${isLate} and not ${handedOver}`
  return db
    .select({
      quarter: place,
      held: count(sql`${assignments.releasedAt} is null`),
      dropped: count(isDropped)
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(quarterRows(quarters), onDay)
    .where(and(inQuarters(quarters), lte(shifts.startsAt, late.now)))
    .groupBy(sql`quarter.place`)
}

/** Seats of each quarter that were worked and over by an instant, and those of them of which nobody said a word. */
export async function countTold(db: Queryable, quarters: readonly Quarter[], overBy: Date) {
  const heard = sql`(select distinct ${learnings.shiftId} as shift_id, ${learnings.employeeId} as employee_id
    from ${learnings} where ${learnings.withdrawnAt} is null) as heard`
  const isTold = sql`(heard.shift_id is not null or ${nothingNewAnswers.assignmentId} is not null)`
  return db
    .select({ quarter: place, seats: count(sql`true`), notTold: count(sql`not ${isTold}`) })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(quarterRows(quarters), onDay)
    .leftJoin(missed, sql`missed.assignment_id = ${assignments.id}`)
    .leftJoin(
      heard,
      sql`heard.shift_id = ${assignments.shiftId} and heard.employee_id = ${assignments.employeeId}`
    )
    .leftJoin(nothingNewAnswers, eq(nothingNewAnswers.assignmentId, assignments.id))
    .where(
      and(
        inQuarters(quarters),
        isNull(assignments.releasedAt),
        lte(shifts.endsAt, overBy),
        sql`missed.assignment_id is null`
      )
    )
    .groupBy(sql`quarter.place`)
}

/** Minutes that hosts of today sat on shifts of each quarter that are over. */
export async function sumHostMinutes(db: Queryable, quarters: readonly Quarter[], now: Date) {
  const minutes = sql`extract(epoch from ${assignments.heldEndsAt} - ${assignments.heldStartsAt}) / 60`
  return db
    .select({ quarter: place, minutes: sql<number>`sum(${minutes})`.mapWith(Number) })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .innerJoin(quarterRows(quarters), onDay)
    .where(and(isNull(assignments.releasedAt), lte(shifts.endsAt, now), eq(employees.isHost, true)))
    .groupBy(sql`quarter.place`)
}

/** How people felt after the shifts of each quarter, of those who had said so by an instant. */
export async function countMoods(db: Queryable, quarters: readonly Quarter[], saidBy: Date) {
  return db
    .select({
      quarter: place,
      mood: sql<number>`avg(${shiftMoods.mood})`.mapWith(Number),
      answers: sql<number>`count(*)`.mapWith(Number),
      people: sql<number>`count(distinct ${assignments.employeeId})`.mapWith(Number)
    })
    .from(shiftMoods)
    .innerJoin(assignments, eq(assignments.id, shiftMoods.assignmentId))
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(quarterRows(quarters), onDay)
    .where(lte(shiftMoods.answeredAt, saidBy))
    .groupBy(sql`quarter.place`)
}

/** The day of the first shift that anybody has or had a seat on. */
export async function findFirstShiftOn(db: Queryable): Promise<string | null> {
  // By the index of days: it ends at the first shift that has one.
  // In a select from one table drizzle writes columns without it, so they are spelt out.
  const seated = sql`exists (select from assignments seat where seat.shift_id = shifts.id)`
  const [row] = await db
    .select({ firstOn: shifts.onDay })
    .from(shifts)
    .where(seated)
    .orderBy(shifts.onDay)
    .limit(1)
  return row?.firstOn ?? null
}
