import { and, asc, desc, eq, inArray, isNull, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { closings } from '../../../db/schema/closings.ts'
import { employees } from '../../../db/schema/employees.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import type { LedgerKind } from '../../words.ts'

/** What people have of a kind in a period, in minutes: those who have as much are one row. */
export interface LedgerSum {
  /** Place of the period in the list asked for, from 0. */
  period: number
  kind: LedgerKind
  minutes: number
  employeeIds: string[]
}

interface LedgerQuestion {
  employeeIds?: string[]
  periods: { fromOn: string; toOn: string }[]
}

/** Entries that count in each of the half-open periods, joined with `period (from_on, to_on, place)`. */
function countedIn(periods: LedgerQuestion['periods']) {
  const froms = sql.param(periods.map(({ fromOn }) => fromOn))
  const tos = sql.param(periods.map(({ toOn }) => toOn))
  return sql`unnest(${froms}::date[], ${tos}::date[]) with ordinality as period (from_on, to_on, place)
    join ${ledgerEntries} on ${ledgerEntries.onDay} >= period.from_on and ${ledgerEntries.onDay} < period.to_on
    left join ${closings} on ${closings.id} = ${ledgerEntries.closingId}
    where (${closings.id} is null or ${ledgerEntries.onDay} >= ${closings.toOn} or period.to_on > ${closings.toOn})`
}

/**
 * The ledger added up by person and kind for each of the half-open periods, in one query. What a closing carried out of a
 * period counts where the period asked for goes on behind it: at its very end people stand where they stood.
 */
export async function sumLedger(
  db: Queryable,
  { employeeIds, periods }: LedgerQuestion
): Promise<LedgerSum[]> {
  const among = employeeIds
    ? sql`and ${ledgerEntries.employeeId} = any(${sql.param(employeeIds)}::uuid[])`
    : sql``
  // Ten thousand people have a few hundred different sums: a row of each is most of the answer.
  const { rows } = await db.execute<Omit<LedgerSum, 'employeeIds'> & { ids: string; minutes: string }>(sql`
    select period, kind, minutes, string_agg(employee_id::text, ' ') as ids from (
      select period.place::int - 1 as period, ${ledgerEntries.employeeId} as employee_id, ${ledgerEntries.kind} as kind,
        sum(${ledgerEntries.minutes}) as minutes
      from ${countedIn(periods)} ${among} group by 1, 2, 3) as sums
    group by 1, 2, 3`)
  return rows.map(({ ids, minutes, ...row }) => ({
    ...row,
    minutes: Number(minutes),
    employeeIds: ids.split(' ')
  }))
}

/** The same of everybody together, by kind. */
export async function sumLedgerOfAll(
  db: Queryable,
  { periods }: Pick<LedgerQuestion, 'periods'>
): Promise<Omit<LedgerSum, 'employeeIds'>[]> {
  const { rows } = await db.execute<{ period: number; kind: LedgerKind; minutes: string }>(sql`
    select period.place::int - 1 as period, ${ledgerEntries.kind} as kind, sum(${ledgerEntries.minutes}) as minutes
    from ${countedIn(periods)} group by 1, 2`)
  return rows.map(({ minutes, ...row }) => ({ ...row, minutes: Number(minutes) }))
}

/** Holds these people until the transaction ends; always in id order, so that two writers cannot block each other. */
export async function lockPeople(tx: Tx, employeeIds: string[]): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(inArray(employees.id, employeeIds))
    .orderBy(asc(employees.id))
    .for('no key update')
}

/** A person with what decides who may see or change their hours. */
export async function findPerson(db: Queryable, employeeId: string) {
  const [row] = await db
    .select({ employeeId: employees.id, teamId: employees.teamId, timeZone: employees.timeZone })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row ?? null
}

/** Who holds which of these seats now; a seat given up is not among them. */
export async function listSeats(db: Queryable, assignmentIds: string[]) {
  return db
    .select({
      assignmentId: assignments.id,
      employeeId: assignments.employeeId,
      teamId: employees.teamId,
      shiftId: shifts.id,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt,
      shiftStartsAt: shifts.startsAt,
      shiftEndsAt: shifts.endsAt,
      preparationMinutes: rotations.preparationMinutes
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .innerJoin(employees, eq(employees.id, assignments.employeeId))
    .where(and(inArray(assignments.id, assignmentIds), isNull(assignments.releasedAt)))
    .orderBy(asc(assignments.heldStartsAt))
}

export type Seat = Awaited<ReturnType<typeof listSeats>>[number]

/** Those of the seats whose hours are in the ledger. */
export async function listConfirmed(db: Queryable, assignmentIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ assignmentId: ledgerEntries.assignmentId })
    .from(ledgerEntries)
    .where(and(inArray(ledgerEntries.assignmentId, assignmentIds), eq(ledgerEntries.kind, 'worked')))
  return rows.map((row) => row.assignmentId!)
}

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const BATCH = 1000

export async function insertEntries(tx: Tx, rows: (typeof ledgerEntries.$inferInsert)[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < rows.length; from += BATCH) {
    const some = rows.slice(from, from + BATCH)
    const inserted = await tx.insert(ledgerEntries).values(some).returning({ id: ledgerEntries.id })
    ids.push(...inserted.map((row) => row.id))
  }
  return ids
}

const enterers = alias(employees, 'enterers')

const entryColumns = {
  id: ledgerEntries.id,
  kind: ledgerEntries.kind,
  minutes: ledgerEntries.minutes,
  onDay: ledgerEntries.onDay,
  assignmentId: ledgerEntries.assignmentId,
  correctsId: ledgerEntries.correctsId,
  reason: ledgerEntries.reason,
  enteredAt: ledgerEntries.enteredAt,
  enteredById: ledgerEntries.enteredBy,
  enteredByName: enterers.name,
  workedFrom: ledgerEntries.workedFrom,
  workedTo: ledgerEntries.workedTo,
  purpose: ledgerEntries.purpose
}

export async function listEntriesById(db: Queryable, entryIds: string[]) {
  return db
    .select(entryColumns)
    .from(ledgerEntries)
    .leftJoin(enterers, eq(enterers.id, ledgerEntries.enteredBy))
    .where(inArray(ledgerEntries.id, entryIds))
    .orderBy(asc(ledgerEntries.onDay), asc(ledgerEntries.id))
}

const before = ({ key, id }: { key: string; id: string }): SQL | undefined =>
  or(lt(ledgerEntries.onDay, key), and(eq(ledgerEntries.onDay, key), lt(ledgerEntries.id, id)))

/** A person's entries, latest day first. */
export async function listEntries(
  db: Queryable,
  employeeId: string,
  page: { after: { key: string; id: string } | null; limit: number }
) {
  return db
    .select(entryColumns)
    .from(ledgerEntries)
    .leftJoin(enterers, eq(enterers.id, ledgerEntries.enteredBy))
    .where(and(eq(ledgerEntries.employeeId, employeeId), page.after ? before(page.after) : undefined))
    .orderBy(desc(ledgerEntries.onDay), desc(ledgerEntries.id))
    .limit(page.limit)
}

export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

/** Seats of a person on shifts that are over at `now` and have no worked entry, latest first. */
export async function listUnconfirmedSeats(db: Queryable, employeeId: string, now: Date) {
  const confirmed = db
    .select({ one: sql`1` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.assignmentId, assignments.id), eq(ledgerEntries.kind, 'worked')))
  return db
    .select({
      assignmentId: assignments.id,
      shiftId: shifts.id,
      rotationId: rotations.id,
      rotationName: rotations.name,
      onDay: shifts.onDay,
      startsAt: assignments.heldStartsAt,
      endsAt: assignments.heldEndsAt
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .innerJoin(rotations, eq(rotations.id, shifts.rotationId))
    .where(
      and(
        eq(assignments.employeeId, employeeId),
        isNull(assignments.releasedAt),
        lte(assignments.heldEndsAt, now),
        notExists(confirmed)
      )
    )
    .orderBy(desc(assignments.heldStartsAt))
}

export interface ChainLink {
  entryId: string
  employeeId: string
  teamId: string
  kind: LedgerKind
  minutes: number
  onDay: string
  assignmentId: string | null
  shiftEndsAt: Date | null
}

/**
 * The entry and all its corrections, first to latest, whichever of them is named. An entry is corrected at most
 * once, so the chain does not branch.
 */
export async function listChain(db: Queryable, entryId: string): Promise<ChainLink[]> {
  const { rows } = await db.execute<
    Omit<ChainLink, 'shiftEndsAt'> & { shiftEndsAt: string | Date | null }
  >(sql`
    with recursive up as (
      select id, corrects_id from ledger_entries where id = ${entryId}
      union all
      select e.id, e.corrects_id from ledger_entries e join up on up.corrects_id = e.id
    ), chain as (
      select id, 0 as depth from up where corrects_id is null
      union all
      select e.id, chain.depth + 1 from ledger_entries e join chain on e.corrects_id = chain.id
    )
    select e.id as "entryId", e.employee_id as "employeeId", p.team_id as "teamId", e.kind, e.minutes,
      e.on_day::text as "onDay", e.assignment_id as "assignmentId", a.held_ends_at as "shiftEndsAt"
    from chain
    join ledger_entries e on e.id = chain.id
    join employees p on p.id = e.employee_id
    left join assignments a on a.id = e.assignment_id
    order by chain.depth`)
  return rows.map((row) => ({
    ...row,
    shiftEndsAt: row.shiftEndsAt === null ? null : new Date(row.shiftEndsAt)
  }))
}
