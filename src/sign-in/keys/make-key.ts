import { addHours, addYears } from 'date-fns'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { hashOfSecret } from '../../lib/secret-token.ts'
import { insertKey } from '../queries/keys.ts'
import { KeyExpiryNotValid, KeyWithoutScope } from './errors.ts'
import { newKeyToken } from './key-token.ts'
import type { Scope } from './scopes.ts'

export interface NewKey {
  name: string
  scopes: Scope[]
  /** An instant as text, from an hour to a year ahead. */
  expiresAt: string
}

/**
 * Makes a key with which a program acts as the actor: never more than the actor may, only within its scopes, until its
 * end. The token is told this once; only its hash is kept.
 *
 * @throws {KeyWithoutScope} {@link KeyExpiryNotValid}
 */
export async function makeKey(ctx: Context, { name, scopes, expiresAt: wanted }: NewKey) {
  if (scopes.length === 0) throw new KeyWithoutScope()
  const now = ctx.now()
  const expiresAt = new Date(wanted)
  const latest = addYears(now, 1)
  const isValid = expiresAt >= addHours(now, 1) && expiresAt <= latest
  if (!isValid) throw new KeyExpiryNotValid({ field: 'expiresAt', latest: latest.toISOString() })
  const token = newKeyToken()
  const { employeeId } = ctx.actor
  const id = await ctx.db.transaction(async (tx) => {
    const row = { employeeId, name, scopes, expiresAt, tokenHash: hashOfSecret(token), createdAt: now }
    const keyId = await insertKey(tx, row)
    await recordAudit(tx, ctx, {
      action: 'api-key.made',
      objectType: 'api-key',
      objectId: keyId,
      after: { name, scopes, expiresAt }
    })
    return keyId
  })
  return { id, token, expiresAt }
}
