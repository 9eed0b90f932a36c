import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../db/client.ts'
import { assignments } from '../../db/schema/assignments.ts'
import { employees } from '../../db/schema/employees.ts'
import { rotations } from '../../db/schema/rotations.ts'
import { shifts } from '../../db/schema/shifts.ts'

const SHIFT_COLUMNS = {
  id: shifts.id,
  rotationId: rotations.id,
  rotationName: rotations.name,
  rotationZone: rotations.timeZone,
  queueUrl: rotations.queueUrl,
  onDay: shifts.onDay,
  startsAt: shifts.startsAt,
  endsAt: shifts.endsAt,
  minSeats: shifts.minSeats,
  desiredSeats: shifts.desiredSeats,
  maxSeats: shifts.maxSeats,
  hostsRequired: shifts.hostsRequired,
  isHoliday: shifts.isHoliday
}

const found = (db: Queryable) =>
  db.select(SHIFT_COLUMNS).from(shifts).innerJoin(rotations, eq(rotations.id, shifts.rotationId))

export type ShiftRow = Awaited<ReturnType<typeof listShiftsByIds>>[number]

/** A shift that its rotation dropped keeps its row, without seats; it is shown only as long as somebody sits on it. */
const isShown = sql`(${shifts.maxSeats} > 0 or exists(
  select from assignments a where a.shift_id = ${shifts.id} and a.released_at is null
))`

export interface ShiftFilter {
  rotationId?: string | undefined
  fromOn?: string | undefined
  toOn?: string | undefined
}

/** By start. Days are those of the rotation, half-open. */
export async function listShifts(
  db: Queryable,
  { rotationId, fromOn, toOn }: ShiftFilter,
  { after, limit }: { after: { at: Date; id: string } | null; limit: number }
): Promise<ShiftRow[]> {
  const filters: (SQL | undefined)[] = [
    isShown,
    rotationId === undefined ? undefined : eq(shifts.rotationId, rotationId),
    fromOn === undefined ? undefined : gte(shifts.onDay, fromOn),
    toOn === undefined ? undefined : lt(shifts.onDay, toOn),
    after
      ? sql`(${shifts.startsAt}, ${shifts.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
      : undefined
  ]
  return found(db)
    .where(and(...filters))
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
    .limit(limit)
}

export async function listShiftsByIds(db: Queryable, ids: readonly string[]) {
  if (ids.length === 0) return []
  return found(db)
    .where(inArray(shifts.id, [...ids]))
    .orderBy(asc(shifts.startsAt), asc(shifts.id))
}

/** The longest shift is a day, or an hour more where clocks go back: what began before is over. */
const LONGEST_HOURS = 48

/**
 * The shift on now and the next one of every rotation that has any to come. Each rotation's are looked up in the index by
 * start, from two days ago on: years of shifts that are over cost nothing.
 */
export async function listCurrentShifts(db: Queryable, now: Date): Promise<ShiftRow[]> {
  const at = now.toISOString()
  const { rows } = await db.execute<{ id: string }>(sql`
    select first.id from rotations r cross join lateral (
      select s.id from shifts s
      where s.rotation_id = r.id and s.ends_at > ${at}::timestamptz
        and s.starts_at > ${at}::timestamptz - make_interval(hours => ${LONGEST_HOURS})
        and (s.max_seats > 0 or exists(
          select from assignments a where a.shift_id = s.id and a.released_at is null
        ))
      order by s.starts_at limit 2
    ) first`)
  if (rows.length === 0) return []
  return found(db)
    .where(
      inArray(
        shifts.id,
        rows.map(({ id }) => id)
      )
    )
    .orderBy(asc(rotations.name), asc(shifts.startsAt))
}

/**
 * Who sits on these shifts, hosts first, then by name. Without reasons where nobody asks why: of a thousand seats they are
 * most of what is read.
 */
export async function listPeopleOn(
  db: Queryable,
  shiftIds: readonly string[],
  { withReasons = true }: { withReasons?: boolean } = {}
) {
  if (shiftIds.length === 0) return []
  return db
    .select({
      shiftId: assignments.shiftId,
      assignmentId: assignments.id,
      employeeId: employees.id,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      name: employees.name,
      title: employees.title,
      teamId: employees.teamId,
      isHost: employees.isHost,
      reason: withReasons ? assignments.reason : sql<null>`null`
    })
    .from(assignments)
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(
      and(
        isNull(assignments.releasedAt),
        sql`${assignments.shiftId} = any(${sql.param([...shiftIds])}::uuid[])`
      )
    )
    .orderBy(desc(employees.isHost), asc(employees.name), asc(employees.id))
}

export type PersonOnShift = Awaited<ReturnType<typeof listPeopleOn>>[number]

/** One person's seats in force that touch [from, to), by start, with the minutes that the ledger holds for them. */
export async function listSeatsOf(
  db: Queryable,
  employeeId: string,
  { from, to, limit }: { from: Date; to: Date | null; limit: number }
) {
  // In a select from one table drizzle writes columns without it, so the seat's id is spelt out.
  const booked = sql<number | null>`(
    with recursive chain as (
      select e.id, e.minutes from ledger_entries e
      where e.assignment_id = assignments.id and e.kind = 'worked' and e.corrects_id is null
      union all
      select c.id, c.minutes from ledger_entries c join chain on c.corrects_id = chain.id
    ) select sum(minutes)::int from chain
  )`
  return db
    .select({
      assignmentId: assignments.id,
      shiftId: assignments.shiftId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      bookedMinutes: booked
    })
    .from(assignments)
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, from),
        to ? lt(assignments.heldStartsAt, to) : undefined
      )
    )
    .orderBy(asc(assignments.heldStartsAt))
    .limit(limit)
}

/** Seats in force of these people that end after an instant. */
export async function listSeatsHeld(db: Queryable, employeeIds: readonly string[], after: Date) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      shiftId: assignments.shiftId,
      rotationId: shifts.rotationId,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        sql`${assignments.employeeId} = any(${sql.param([...employeeIds])}::uuid[])`,
        isNull(assignments.releasedAt),
        gt(assignments.heldEndsAt, after)
      )
    )
}

export type CalendarFilter = { from: Date; to: Date } & (
  | { employeeId: string }
  | { teamId: string }
  | { rotationId: string }
)

/** Our own bound: a rotation of ten seats around the clock for fifteen months has some 14,000. */
const MOST_CALENDAR_SEATS = 20_000

/** All seats, held and given up, of the shifts of a span on which the person, the team or the rotation has or had one. */
export async function listCalendarSeats(db: Queryable, filter: CalendarFilter) {
  const concerned =
    'rotationId' in filter
      ? eq(shifts.rotationId, filter.rotationId)
      : sql`exists(
          select from assignments a join employees e on e.id = a.employee_id
          where a.shift_id = ${shifts.id} and ${
            'employeeId' in filter
              ? sql`e.id = ${filter.employeeId}::uuid`
              : sql`e.team_id = ${filter.teamId}::uuid`
          }
        )`
  return db
    .select({
      shiftId: shifts.id,
      rotationName: rotations.name,
      queueUrl: rotations.queueUrl,
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      isHost: employees.isHost,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      createdAt: assignments.createdAt,
      releasedAt: assignments.releasedAt,
      revision: assignments.revision
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(and(gt(shifts.endsAt, filter.from), lt(shifts.startsAt, filter.to), concerned))
    .orderBy(asc(shifts.startsAt), asc(shifts.id), asc(employees.name), asc(assignments.id))
    .limit(MOST_CALENDAR_SEATS)
}

/** What publications and people's own agreements did to the seats of a shift, latest first. */
export async function listSeatChanges(db: Queryable, shiftId: string, limit: number) {
  const { rows } = await db.execute<{
    cause: 'publication' | 'swap' | 'cover' | 'open_seat'
    effect: 'given' | 'taken'
    atMs: number
    employeeId: string
    name: string
  }>(sql`
    select cause, effect, (extract(epoch from at) * 1000)::float8 as "atMs", employee_id as "employeeId", person.name
    from (
      select 'publication' as cause, c.effect::text as effect, p.published_at as at, a.employee_id, a.id as seat_id
      from publication_changes c
      join publications p on p.id = c.publication_id
      join assignments a on a.id = c.assignment_id
      where a.shift_id = ${shiftId}::uuid and p.reverted_at is null
      union all
      select p.kind::text, c.effect::text, p.carried_out_at, a.employee_id, a.id
      from proposal_changes c
      join proposals p on p.id = c.proposal_id
      join assignments a on a.id = c.assignment_id
      where a.shift_id = ${shiftId}::uuid and p.carried_out_at is not null and p.undone_at is null
    ) changes
    join lateral (select name from employees e where e.id = changes.employee_id) person on true
    order by at desc, effect, name, seat_id
    limit ${limit}
  `)
  return rows
}

/** The shift with the seat in force that this person holds on it, if any. */
export async function findSeatOf(db: Queryable, shiftId: string, employeeId: string) {
  const [row] = await db
    .select({
      shiftId: shifts.id,
      startsAt: shifts.startsAt,
      endsAt: shifts.endsAt,
      assignmentId: assignments.id
    })
    .from(shifts)
    .leftJoin(
      assignments,
      and(
        eq(assignments.shiftId, shifts.id),
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt)
      )
    )
    .where(eq(shifts.id, shiftId))
  return row ?? null
}
