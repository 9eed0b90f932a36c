import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { identities } from '../../../db/schema/identities.ts'
import { sessions } from '../../../db/schema/sessions.ts'

const isInForce = (now: Date) => and(isNull(sessions.endedAt), gt(sessions.expiresAt, now))

/** A person's sessions in force, the newest first. */
export async function listSessions(db: Queryable, employeeId: string, now: Date) {
  return db
    .select({
      id: sessions.id,
      openedBy: sessions.openedBy,
      issuer: identities.issuer,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt
    })
    .from(sessions)
    .leftJoin(identities, eq(identities.id, sessions.identityId))
    .where(and(eq(sessions.employeeId, employeeId), isInForce(now)))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
}

/** Ends sessions in force of one person: one of them, all but one, or all. The ids of those that ended. */
export async function endSessionRows(
  tx: Tx,
  { employeeId, only, but }: { employeeId: string; only?: string; but?: string | null },
  now: Date
): Promise<string[]> {
  const rows = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.employeeId, employeeId),
        isInForce(now),
        only === undefined ? undefined : eq(sessions.id, only),
        but ? ne(sessions.id, but) : undefined
      )
    )
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}

export async function isEmployee(db: Queryable, employeeId: string): Promise<boolean> {
  const rows = await db.select({ id: employees.id }).from(employees).where(eq(employees.id, employeeId))
  return rows.length > 0
}
