import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { identities, logoutTokens } from '../../../db/schema/identities.ts'
import { sessions } from '../../../db/schema/sessions.ts'

/** Whose identity this is; whether they may enter is asked with a lock on them. */
export async function findIdentity(db: Queryable, issuer: string, subject: string) {
  const [row] = await db
    .select({ id: identities.id, employeeId: identities.employeeId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
  return row ?? null
}

/** The new identity's id; nothing where the subject is linked already, or the person has another at this provider. */
export async function insertIdentity(tx: Tx, row: typeof identities.$inferInsert): Promise<string | null> {
  const [added] = await tx
    .insert(identities)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: identities.id })
  return added?.id ?? null
}

export async function listIdentities(db: Queryable, employeeId: string) {
  return db
    .select({ id: identities.id, issuer: identities.issuer, linkedAt: identities.createdAt })
    .from(identities)
    .where(eq(identities.employeeId, employeeId))
    .orderBy(asc(identities.createdAt), asc(identities.id))
}

/** Ends the sessions that were opened by it and forgets it; its issuer, or nothing where this person has no such one. */
export async function deleteIdentity(tx: Tx, employeeId: string, identityId: string, now: Date) {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(eq(sessions.identityId, identityId), eq(sessions.employeeId, employeeId), isNull(sessions.endedAt))
    )
  const [gone] = await tx
    .delete(identities)
    .where(and(eq(identities.id, identityId), eq(identities.employeeId, employeeId)))
    .returning({ issuer: identities.issuer })
  return gone ?? null
}

/** False: it came before. */
export async function insertLogoutToken(tx: Tx, row: typeof logoutTokens.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(logoutTokens).values(row).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Ends one session by the name that the provider gave it. */
export async function endSessionsNamed(
  tx: Tx,
  { issuer, sid, subject }: { issuer: string; sid: string; subject: string | null },
  now: Date
) {
  return tx
    .update(sessions)
    .set({ endedAt: now })
    .from(identities)
    .where(
      and(
        eq(identities.id, sessions.identityId),
        eq(identities.issuer, issuer),
        subject === null ? undefined : eq(identities.subject, subject),
        eq(sessions.providerSid, sid),
        isNull(sessions.endedAt)
      )
    )
    .returning({ id: sessions.id, employeeId: sessions.employeeId })
}

/** Ends every session of the person whose identity this is, in whatever way each was opened. */
export async function endSessionsOfSubject(tx: Tx, issuer: string, subject: string, now: Date) {
  return tx
    .update(sessions)
    .set({ endedAt: now })
    .from(identities)
    .where(
      and(
        eq(identities.employeeId, sessions.employeeId),
        eq(identities.issuer, issuer),
        eq(identities.subject, subject),
        isNull(sessions.endedAt)
      )
    )
    .returning({ id: sessions.id, employeeId: sessions.employeeId })
}

export async function deleteLogoutTokens(tx: Tx, before: Date): Promise<void> {
  await tx.delete(logoutTokens).where(lt(logoutTokens.receivedAt, before))
}
