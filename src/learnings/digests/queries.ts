import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { learningDigests } from '../../../db/schema/learning-digests.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { themeHearings, themeLearnings, themeOwnerChanges } from '../../../db/schema/themes.ts'

const isHere = isNull(employees.deactivatedAt)

export async function listZones(db: Queryable): Promise<string[]> {
  const rows = await db
    .selectDistinct({ zone: employees.timeZone })
    .from(employees)
    .where(isHere)
    .orderBy(asc(employees.timeZone))
  return rows.map(({ zone }) => zone)
}

/** Leads at work in this zone, with the teams they lead. */
export async function listLeadsIn(db: Queryable, zone: string): Promise<{ id: string; teamIds: string[] }[]> {
  return db
    .select({
      id: employees.id,
      teamIds: sql<string[]>`array_agg(${teamLeads.teamId} order by ${teamLeads.teamId})`
    })
    .from(employees)
    .innerJoin(teamLeads, eq(teamLeads.employeeId, employees.id))
    .where(and(isHere, eq(employees.timeZone, zone)))
    .groupBy(employees.id)
    .orderBy(asc(employees.id))
}

export async function listExecutivesIn(db: Queryable, zone: string): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(isHere, eq(employees.timeZone, zone), eq(employees.level, 'executive')))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}

interface Span {
  since: Date
  until: Date
}

const inTheme = and(isNull(themeLearnings.leftAt), isNull(learnings.withdrawnAt))

/** Who reported which theme when, in a span of time. */
export async function listReports(db: Queryable, { since, until }: Span) {
  return db
    .select({ themeId: themeLearnings.themeId, employeeId: learnings.employeeId, at: learnings.submittedAt })
    .from(learnings)
    .innerJoin(themeLearnings, eq(themeLearnings.learningId, learnings.id))
    .where(and(inTheme, gte(learnings.submittedAt, since), lt(learnings.submittedAt, until)))
    .orderBy(asc(learnings.submittedAt), asc(learnings.id))
}

/** Who lives in this zone and had reported one of these themes before an instant. */
export async function listReporters(
  db: Queryable,
  themeIds: string[],
  { zone, until }: { zone: string; until: Date }
) {
  return db
    .selectDistinct({ themeId: themeLearnings.themeId, employeeId: learnings.employeeId })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .innerJoin(employees, eq(employees.id, learnings.employeeId))
    .where(
      and(
        inTheme,
        isHere,
        inArray(themeLearnings.themeId, themeIds),
        lt(learnings.submittedAt, until),
        eq(employees.timeZone, zone)
      )
    )
    .orderBy(asc(learnings.employeeId), asc(themeLearnings.themeId))
}

/** Before whom themes were put in a span, each leader once, and which changed their owner. */
export async function listEvents(db: Queryable, { since, until }: Span) {
  const hearings = await db
    .selectDistinct({ themeId: themeHearings.themeId, leaderId: themeHearings.leaderId })
    .from(themeHearings)
    .where(and(gte(themeHearings.putAt, since), lt(themeHearings.putAt, until)))
  const changes = await db
    .selectDistinct({ themeId: themeOwnerChanges.themeId })
    .from(themeOwnerChanges)
    .where(and(gte(themeOwnerChanges.changedAt, since), lt(themeOwnerChanges.changedAt, until)))
  return { hearings, changes }
}

const quotable = {
  learningId: learnings.id,
  themeId: themeLearnings.themeId,
  teamId: employees.teamId,
  words: learnings.customerWords,
  heardOn: shifts.onDay
}

const customerWords = (db: Queryable) =>
  db
    .select(quotable)
    .from(learnings)
    .innerJoin(themeLearnings, eq(themeLearnings.learningId, learnings.id))
    .innerJoin(employees, eq(employees.id, learnings.employeeId))
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .$dynamic()

/** What customers said of themes in a span, newest first. */
export async function listWordsIn(db: Queryable, { since, until }: Span, most: number) {
  const rows = await customerWords(db)
    .where(
      and(
        inTheme,
        isNotNull(learnings.customerWords),
        gte(learnings.submittedAt, since),
        lt(learnings.submittedAt, until)
      )
    )
    .orderBy(desc(learnings.submittedAt), desc(learnings.id))
    .limit(most)
  return rows.map(({ words, ...row }) => ({ ...row, words: words! }))
}

/** The words of these learnings that are there still. */
export async function listWordsOf(db: Queryable, learningIds: readonly string[]) {
  const rows = await customerWords(db).where(
    and(inTheme, isNotNull(learnings.customerWords), inArray(learnings.id, [...learningIds]))
  )
  return rows.map(({ words, ...row }) => ({ ...row, words: words! }))
}

/** Writes digests down, each once per person, kind and day; answers with those that are new. */
export async function insertDigests(tx: Tx, rows: (typeof learningDigests.$inferInsert)[]) {
  if (rows.length === 0) return []
  return tx
    .insert(learningDigests)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: learningDigests.id, employeeId: learningDigests.employeeId })
}

export async function listDigests(db: Queryable, digestIds: readonly string[]) {
  return db
    .select()
    .from(learningDigests)
    .where(inArray(learningDigests.id, [...digestIds]))
    .orderBy(asc(learningDigests.id))
}

const olderThan = ({ at, id }: { at: Date; id: string }) =>
  or(lt(learningDigests.until, at), and(eq(learningDigests.until, at), lt(learningDigests.id, id)))

/** Somebody's digests, newest first. */
export async function selectDigests(
  db: Queryable,
  employeeId: string,
  page: { after: { at: Date; id: string } | null; limit: number }
) {
  const { id, kind, dueOn, since, until } = learningDigests
  return db
    .select({ id, kind, dueOn, since, until })
    .from(learningDigests)
    .where(and(eq(learningDigests.employeeId, employeeId), page.after ? olderThan(page.after) : undefined))
    .orderBy(desc(until), desc(id))
    .limit(page.limit)
}
