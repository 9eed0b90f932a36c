import { and, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
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

const ids = sql<string[]>`string_agg(${employees.id}::text, ' ')`.mapWith((text: string) => text.split(' '))
const holders = sql<string[]>`string_agg(${assignments.employeeId}::text, ' ')`.mapWith((text: string) =>
  text.split(' ')
)

/**
 * Everybody who works here, and these people whoever they are: those who are alike in one row, as most of ten thousand are.
 * Nobody is told apart by having joined before `fromOn`, or by leaving at `toOn` or later.
 */
export async function listPeopleAlike(
  db: Queryable,
  { fromOn, toOn, namedIds }: { fromOn: string; toOn: string; namedIds: readonly string[] }
) {
  return db
    .select({
      ids,
      ...PERSON_COLUMNS,
      joinedOn: sql<string>`greatest(${employees.joinedOn}, ${fromOn}::date)::text`,
      leavesOn: sql<
        string | null
      >`(case when ${employees.leavesOn} < ${toOn}::date then ${employees.leavesOn} end)::text`,
      isHere: sql<boolean>`${mayEnter()}`,
      isEmployed: sql<boolean>`${employees.deactivatedAt} is null`
    })
    .from(employees)
    .where(
      or(isNull(employees.deactivatedAt), sql`${employees.id} = any(${sql.param([...namedIds])}::uuid[])`)
    )
    .groupBy(sql`2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15`)
}

/** Who holds seats in force that touch a span: a row for all who hold a shift from when to when. */
export async function listHolders(db: Queryable, { from, to }: Span) {
  return db
    .select({
      ids: holders,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .where(
      and(isNull(assignments.releasedAt), gt(assignments.heldEndsAt, from), lt(assignments.heldStartsAt, to))
    )
    .groupBy(sql`2, 3, 4`)
}

/** The local day of every shift that touches a span, by id. */
export async function listShiftDays(db: Queryable, { from, to }: Span): Promise<Map<string, string>> {
  const rows = await db
    .select({ onDay: shifts.onDay, ids: sql<string>`string_agg(${shifts.id}::text, ' ')` })
    .from(shifts)
    .where(and(gt(shifts.endsAt, from), lt(shifts.startsAt, to)))
    .groupBy(shifts.onDay)
  return new Map(rows.flatMap(({ onDay, ids }) => ids.split(' ').map((id) => [id, onDay] as const)))
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
