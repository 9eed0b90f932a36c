import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import { revokeKeyRow } from '../queries/keys.ts'
import { KeyNotFound } from './errors.ts'

/** Revokes a key of the actor's own, at once and on every replica. @throws {KeyNotFound} */
export async function revokeMyKey(ctx: Context, keyId: string): Promise<void> {
  await revoke(ctx, keyId, ctx.actor.employeeId)
}

/** The same for a key of anybody, by an administrator. @throws {KeyNotFound} */
export async function revokeAnyKey(ctx: Context, keyId: string): Promise<void> {
  await revoke(ctx, keyId, null)
}

async function revoke(ctx: Context, keyId: string, ownerId: string | null): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const revoked = await revokeKeyRow(tx, keyId, ownerId, ctx.now())
    if (!revoked) throw new KeyNotFound({ keyId })
    await recordAudit(tx, ctx, {
      action: 'api-key.revoked',
      objectType: 'api-key',
      objectId: keyId,
      before: revoked
    })
  })
}
