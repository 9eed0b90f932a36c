import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { apiKeys } from '../../../db/schema/api-keys.ts'
import { employees, mayEnter } from '../../../db/schema/employees.ts'
import { HOLDER } from './sessions.ts'

/** The person behind a key that works now, with its id and scopes. */
export async function findKeyHolder(db: Queryable, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ ...HOLDER, keyId: apiKeys.id, scopes: apiKeys.scopes })
    .from(apiKeys)
    .innerJoin(employees, eq(employees.id, apiKeys.employeeId))
    .where(
      and(eq(apiKeys.tokenHash, tokenHash), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now), mayEnter())
    )
  return row ?? null
}

/** Notes the use unless one is noted since `before`. */
export async function noteKeyUse(db: Queryable, keyId: string, now: Date, before: Date): Promise<void> {
  const isOld = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, keyId), isOld))
}

/** Keys that are not revoked, expired ones among them: of one person, or of everybody. */
export async function listKeys(db: Queryable, employeeId: string | null) {
  return db
    .select({
      id: apiKeys.id,
      employeeId: apiKeys.employeeId,
      employeeName: employees.name,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt
    })
    .from(apiKeys)
    .innerJoin(employees, eq(employees.id, apiKeys.employeeId))
    .where(
      and(isNull(apiKeys.revokedAt), employeeId === null ? undefined : eq(apiKeys.employeeId, employeeId))
    )
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id))
}

export async function insertKey(tx: Tx, row: typeof apiKeys.$inferInsert): Promise<string> {
  const [key] = await tx.insert(apiKeys).values(row).returning({ id: apiKeys.id })
  return key!.id
}

/** Revokes a key: of one person, or of anybody. Its name, or nothing where there is none to revoke. */
export async function revokeKeyRow(tx: Tx, keyId: string, employeeId: string | null, now: Date) {
  const [revoked] = await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(
      and(
        eq(apiKeys.id, keyId),
        isNull(apiKeys.revokedAt),
        employeeId === null ? undefined : eq(apiKeys.employeeId, employeeId)
      )
    )
    .returning({ name: apiKeys.name, employeeId: apiKeys.employeeId })
  return revoked
}
