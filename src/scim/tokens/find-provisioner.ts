import { subMinutes } from 'date-fns'
import type { AnyContext } from '../../context.ts'
import { hashOfSecret } from '../../lib/secret-token.ts'
import { findToken, noteTokenUse } from '../queries/tokens.ts'
import { isProvisioningToken } from './token-text.ts'

/** An identity provider that may bring people and groups, as one of our tokens says. */
export interface Provisioner {
  tokenId: string
}

/** Who stands behind the token of a request; null unless it is one of ours and in force. */
export async function findProvisioner(
  { db, now }: AnyContext,
  bearer: string | null | undefined
): Promise<Provisioner | null> {
  if (!bearer || !isProvisioningToken(bearer)) return null
  const token = await findToken(db, hashOfSecret(bearer), now())
  if (!token) return null
  const before = subMinutes(now(), 1)
  // A first synchronisation asks a thousand times a minute; one note of it is enough.
  if (!token.lastUsedAt || token.lastUsedAt < before) await noteTokenUse(db, token.id, now(), before)
  return { tokenId: token.id }
}
