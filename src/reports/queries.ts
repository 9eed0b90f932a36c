import { and, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import { learnings, nothingNewAnswers } from '../../db/schema/learnings.ts'
import { ledgerEntries } from '../../db/schema/ledger.ts'
import { shifts } from '../../db/schema/shifts.ts'
import { teams } from '../../db/schema/teams.ts'
import type { Period } from '../lib/period.ts'

/** Everybody who ever was one, or those who are in these teams today. */
export async function listPeople(db: Queryable, teamIds?: string[]) {
  return db
    .select({
      employeeId: employees.id,
      teamId: employees.teamId,
      teamName: teams.name,
      level: employees.level,
      timeZone: employees.timeZone,
      joinedOn: employees.joinedOn,
      leavesOn: employees.leavesOn,
      deactivatedAt: employees.deactivatedAt
    })
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(teamIds && inArray(employees.teamId, teamIds))
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number]

/** A row source `period (from_on, to_on, place)`, one row per period. */
function periodRows(periods: Period[]): SQL {
  const froms = sql.param(periods.map(({ fromOn }) => fromOn))
  const tos = sql.param(periods.map(({ toOn }) => toOn))
  return sql`unnest(${froms}::date[], ${tos}::date[]) with ordinality as period (from_on, to_on, place)`
}

const place = sql<number>`period.place - 1`.mapWith(Number)
const onDayOfPeriod = sql`${shifts.onDay} >= period.from_on and ${shifts.onDay} < period.to_on`

/** Shifts over by `now` and "nothing new" answers on them, by period and person. A shift confirmed with no minutes was not worked. */
export async function countShifts(db: Queryable, periods: Period[], now: Date) {
  const minutes = sql`(select sum(${ledgerEntries.minutes}) from ${ledgerEntries}
    where ${ledgerEntries.assignmentId} = ${assignments.id} and ${ledgerEntries.kind} = 'worked')`
  return db
    .select({
      period: place,
      employeeId: assignments.employeeId,
      shifts: sql<number>`count(*) filter (where ${minutes} is distinct from 0)`.mapWith(Number),
      nothingNew: sql<number>`count(${nothingNewAnswers.assignmentId})`.mapWith(Number)
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(periodRows(periods), onDayOfPeriod)
    .leftJoin(nothingNewAnswers, eq(nothingNewAnswers.assignmentId, assignments.id))
    .where(and(isNull(assignments.releasedAt), lte(shifts.endsAt, now)))
    .groupBy(sql`period.place`, assignments.employeeId)
}

/** Learnings of shifts over by `now`, by period of the shift and person. */
export async function countLearnings(db: Queryable, periods: Period[], now: Date) {
  return db
    .select({
      period: place,
      employeeId: learnings.employeeId,
      learnings: sql<number>`count(*)`.mapWith(Number)
    })
    .from(learnings)
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .innerJoin(periodRows(periods), onDayOfPeriod)
    .where(lte(shifts.endsAt, now))
    .groupBy(sql`period.place`, learnings.employeeId)
}
