import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimTokens } from '../../../db/schema/scim.ts'

/** The token in force with this hash. */
export async function findToken(db: Queryable, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ id: scimTokens.id, lastUsedAt: scimTokens.lastUsedAt })
    .from(scimTokens)
    .where(
      and(eq(scimTokens.tokenHash, tokenHash), isNull(scimTokens.revokedAt), gt(scimTokens.expiresAt, now))
    )
  return row ?? null
}

/** Notes the use unless one is noted since `before`. */
export async function noteTokenUse(db: Queryable, tokenId: string, now: Date, before: Date): Promise<void> {
  const isOld = or(isNull(scimTokens.lastUsedAt), lt(scimTokens.lastUsedAt, before))
  await db
    .update(scimTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(scimTokens.id, tokenId), isOld))
}

export async function insertToken(tx: Tx, row: typeof scimTokens.$inferInsert): Promise<string> {
  const [token] = await tx.insert(scimTokens).values(row).returning({ id: scimTokens.id })
  return token!.id
}

/** Its name, or nothing where there is none to revoke. */
export async function revokeTokenRow(tx: Tx, tokenId: string, now: Date) {
  const [row] = await tx
    .update(scimTokens)
    .set({ revokedAt: now })
    .where(and(eq(scimTokens.id, tokenId), isNull(scimTokens.revokedAt)))
    .returning({ name: scimTokens.name })
  return row ?? null
}

/** Those that are not revoked, oldest first; expired ones among them. */
export async function listTokens(db: Queryable) {
  return db
    .select({
      id: scimTokens.id,
      name: scimTokens.name,
      createdAt: scimTokens.createdAt,
      createdBy: employees.name,
      expiresAt: scimTokens.expiresAt,
      lastUsedAt: scimTokens.lastUsedAt
    })
    .from(scimTokens)
    .innerJoin(employees, eq(employees.id, scimTokens.createdBy))
    .where(isNull(scimTokens.revokedAt))
    .orderBy(asc(scimTokens.createdAt), asc(scimTokens.id))
}
