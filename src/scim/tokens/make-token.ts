import { addHours, addYears } from 'date-fns'
import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { hashOfSecret } from '../../lib/secret-token.ts'
import { ProvisioningTokenExpiryNotValid, ProvisioningTokenNotFound } from '../errors.ts'
import { insertToken, revokeTokenRow } from '../queries/tokens.ts'
import { newProvisioningToken } from './token-text.ts'

/** Entra ID and Okta cannot renew a token by themselves, so it may live longer than a person's key. */
const MOST_YEARS = 2

/**
 * Makes a token with which an identity provider brings people and groups. It is told this once; only its hash is kept.
 * Others stay in force: to change a token, make a new one, set it at the provider, revoke the old one.
 *
 * @throws {ProvisioningTokenExpiryNotValid}
 */
export async function makeProvisioningToken(
  ctx: Context,
  { name, expiresAt: wanted }: { name: string; expiresAt: string }
) {
  const now = ctx.now()
  const expiresAt = new Date(wanted)
  const latest = addYears(now, MOST_YEARS)
  if (!(expiresAt >= addHours(now, 1) && expiresAt <= latest)) {
    throw new ProvisioningTokenExpiryNotValid({ field: 'expiresAt', latest: latest.toISOString() })
  }
  const token = newProvisioningToken()
  const id = await ctx.db.transaction(async (tx) => {
    const row = { name, expiresAt, tokenHash: hashOfSecret(token), createdAt: now }
    const tokenId = await insertToken(tx, { ...row, createdBy: ctx.actor.employeeId })
    await recordAudit(tx, ctx, {
      action: 'provisioning-token.made',
      objectType: 'provisioning-token',
      objectId: tokenId,
      after: { name, expiresAt }
    })
    return tokenId
  })
  return { id, token, expiresAt }
}

/** Revokes a token, at once and on every replica. @throws {ProvisioningTokenNotFound} */
export async function revokeProvisioningToken(ctx: Context, tokenId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const revoked = await revokeTokenRow(tx, tokenId, ctx.now())
    if (!revoked) throw new ProvisioningTokenNotFound({ tokenId })
    await recordAudit(tx, ctx, {
      action: 'provisioning-token.revoked',
      objectType: 'provisioning-token',
      objectId: tokenId,
      before: revoked
    })
  })
}
