import { and, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../../db/client.ts'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, mayEnter, PERSON_COLUMNS } from '../../../db/schema/employees.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { teams } from '../../../db/schema/teams.ts'
import { unavailableHours } from '../../../db/schema/unavailable-hours.ts'
import { wishes } from '../../../db/schema/wishes.ts'

interface Span {
  from: Date
  to: Date
}

const joined = (column: PgColumn) =>
  sql<string[]>`string_agg(${column}::text, ' ')`.mapWith((text: string) => text.split(' '))

const { joinedOn, leavesOn, teamId, ...LIKENESS } = PERSON_COLUMNS

/**
 * Everybody who may work here and does so all the time from `fromOn` to `toOn`: those who are alike in one row, as most of
 * ten thousand are. Their teams come in the order of the ids.
 */
export async function listPeopleAlike(db: Queryable, time: { fromOn: string; toOn: string }) {
  return db
    .select({ ids: joined(employees.id), teamIds: joined(teamId), ...LIKENESS })
    .from(employees)
    .where(isAllAlong(time))
    .groupBy(...Object.values(LIKENESS))
}

/** Everybody else who works here, and these people whoever they are. */
export async function listPeopleUnlike(
  db: Queryable,
  { namedIds, ...time }: { fromOn: string; toOn: string; namedIds: readonly string[] }
) {
  return db
    .select({
      id: employees.id,
      ...PERSON_COLUMNS,
      isHere: sql<boolean>`${mayEnter()}`,
      isEmployed: sql<boolean>`${employees.deactivatedAt} is null`
    })
    .from(employees)
    .where(
      and(
        or(isNull(employees.deactivatedAt), sql`${employees.id} = any(${sql.param([...namedIds])}::uuid[])`),
        sql`(${isAllAlong(time)}) is not true`
      )
    )
}

const isAllAlong = ({ fromOn, toOn }: { fromOn: string; toOn: string }) =>
  and(mayEnter(), lte(joinedOn, fromOn), or(isNull(leavesOn), gte(leavesOn, toOn)))

/** The longest shift is a day, or an hour more where clocks go back: what began before has ended. */
const LONGEST_HOURS = 48

/**
 * Who holds seats in force that touch a span: a row for all who hold the same time of the same day, those of one shift by
 * themselves.
 */
export async function listHolders(db: Queryable, shiftId: string, { from, to }: Span) {
  const begins = sql`${from.toISOString()}::timestamptz - make_interval(hours => ${LONGEST_HOURS})`
  return db
    .select({
      ids: joined(assignments.employeeId),
      isOfShift: sql<boolean>`${shifts.id} = ${shiftId}`,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, from),
        lt(assignments.heldStartsAt, to),
        gt(shifts.startsAt, begins)
      )
    )
    .groupBy(sql`2, 3, 4, 5`)
}

/** Absences and blocks kept free for fixing that touch a span: those who are away alike in one row. */
export async function listAwayAlike(db: Queryable, { from, to }: Span) {
  const touches = (row: typeof absences | typeof fixItBlocks) =>
    and(gt(row.endsAt, from), lt(row.startsAt, to))
  const spansOf = (row: typeof absences | typeof fixItBlocks) => ({
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    ids: sql<string>`string_agg(${row.employeeId}::text, ' ')`.as('ids')
  })
  const away = db.select(spansOf(absences)).from(absences).where(touches(absences)).groupBy(sql`1, 2`)
  const fixing = db
    .select(spansOf(fixItBlocks))
    .from(fixItBlocks)
    .where(touches(fixItBlocks))
    .groupBy(sql`1, 2`)
  const rows = await away.unionAll(fixing)
  return rows.map(({ ids, ...span }) => ({ ...span, ids: ids.split(' ') }))
}

/** Unavailable hours that begin on one of these weekdays. */
export async function listHoursOn(db: Queryable, weekdays: readonly number[]) {
  return db
    .select({
      employeeId: unavailableHours.employeeId,
      weekday: unavailableHours.weekday,
      startsAt: unavailableHours.startsAt,
      endsAt: unavailableHours.endsAt
    })
    .from(unavailableHours)
    .where(inArray(unavailableHours.weekday, [...weekdays]))
}

/** What people wish of these days who would love some part of one. */
export async function listWishesOfLovers(
  db: Queryable,
  days: readonly string[],
  weekdays: readonly number[]
) {
  const isThen = or(inArray(wishes.onDay, [...days]), inArray(wishes.weekday, [...weekdays]))
  const lovers = db
    .select({ id: wishes.employeeId })
    .from(wishes)
    .where(and(sql`${wishes.level} = 'love'`, isThen))
  return db
    .select({
      employeeId: wishes.employeeId,
      weekday: wishes.weekday,
      onDay: wishes.onDay,
      part: wishes.part,
      level: wishes.level
    })
    .from(wishes)
    .where(and(isThen, inArray(wishes.employeeId, lovers)))
}

export async function listAllTeamCaps(db: Queryable) {
  return db.select({ id: teams.id, supportCap: teams.supportCap }).from(teams)
}
