import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, grants, mayEnter, teamLeads } from '../../../db/schema/employees.ts'
import { sessions, signInLinks } from '../../../db/schema/sessions.ts'
import { teams } from '../../../db/schema/teams.ts'

/** What an actor is made of, read anew with every request. */
export const HOLDER = {
  employeeId: employees.id,
  name: employees.name,
  teamId: employees.teamId,
  isHost: employees.isHost,
  timeZone: employees.timeZone,
  locale: employees.locale,
  leads: sql<
    string[]
  >`array(select ${teamLeads.teamId} from ${teamLeads} where ${teamLeads.employeeId} = ${employees.id})`,
  grants: sql<
    string[]
  >`array(select ${grants.role}::text from ${grants} where ${grants.employeeId} = ${employees.id})`
}

/** The session's person with team leads and grants, if session and person are in force at `now`. */
export async function findSessionHolder(db: Queryable, sessionId: string, employeeId: string, now: Date) {
  const [row] = await db
    .select({ ...HOLDER, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(employees, eq(employees.id, sessions.employeeId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.employeeId, employeeId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        mayEnter()
      )
    )
  return row ?? null
}

/** Notes the use unless one is noted since `before`. */
export async function noteSessionUse(db: Queryable, sessionId: string, now: Date, before: Date) {
  const isOld = or(isNull(sessions.lastSeenAt), lt(sessions.lastSeenAt, before))
  await db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, sessionId), isOld))
}

export async function insertSession(tx: Tx, session: typeof sessions.$inferInsert) {
  const [row] = await tx.insert(sessions).values(session).returning({ id: sessions.id })
  return row!.id
}

export async function markSessionEnded(tx: Tx, sessionId: string, now: Date) {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

export async function findActiveByEmail(db: Queryable, email: string) {
  const [row] = await db
    .select({
      id: employees.id,
      name: employees.name,
      email: employees.email,
      locale: employees.locale
    })
    .from(employees)
    .where(and(sql`lower(${employees.email}) = lower(${email})`, mayEnter()))
  return row ?? null
}

/** Who is active stays so until the transaction ends: a session is either opened before they leave, and ended, or never. */
export async function lockActiveById(tx: Tx, employeeId: string) {
  const [row] = await tx
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(and(eq(employees.id, employeeId), mayEnter()))
    .for('share')
  return row ?? null
}

export async function insertLink(tx: Tx, link: typeof signInLinks.$inferInsert) {
  await tx.insert(signInLinks).values(link)
}

/** Uses the link up: one statement, so of two clients with one link only one gets a row. */
export async function useLink(tx: Tx, tokenHash: string, now: Date) {
  const [row] = await tx
    .update(signInLinks)
    .set({ usedAt: now })
    .where(
      and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now))
    )
    .returning({ employeeId: signInLinks.employeeId })
  return row ?? null
}

/** Everybody a demo visitor may sign in as, with what they are. */
export async function listPeopleToSignInAs(db: Queryable) {
  return db
    .select({
      id: employees.id,
      name: employees.name,
      title: employees.title,
      team: teams.name,
      level: employees.level,
      isHost: employees.isHost,
      leads: sql<boolean>`exists(select from ${teamLeads} where ${teamLeads.employeeId} = ${employees.id})`,
      grants: sql<
        string[]
      >`array(select ${grants.role}::text from ${grants} where ${grants.employeeId} = ${employees.id})`
    })
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(mayEnter())
    .orderBy(teams.name, employees.name)
}

export async function deleteSpentSignIns(tx: Tx, before: Date): Promise<void> {
  await tx.delete(sessions).where(lt(sql`least(${sessions.expiresAt}, ${sessions.endedAt})`, before))
  await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, before))
}
