import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { SigningKey } from '../../sign-in/signing-key.ts'

/** So that a signature made for this says nothing anywhere else. */
const PURPOSE = 'lyttepost unsubscribe 1\n'

export interface Unsubscribing {
  employeeId: string
  group: string
}

/**
 * A text for an address that turns off one group of messages for one person, without signing in: that is all that it can
 * do. It does not expire, because mail is read years later; it works as long as the signing key does, or is
 * the one before the present one.
 */
export function unsubscribeToken({ privatePem }: SigningKey, { employeeId, group }: Unsubscribing): string {
  const claim = Buffer.from(`${employeeId} ${group}`)
  const signature = sign(null, Buffer.concat([Buffer.from(PURPOSE), claim]), createPrivateKey(privatePem))
  return `${claim.toString('base64url')}.${signature.toString('base64url')}`
}

/** What a token says; null for one that we have not made. */
export function readUnsubscribeToken(key: SigningKey, token: string): Unsubscribing | null {
  const [claim = '', signature = '', ...rest] = token.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (rest.length > 0 || claim === '' || signature === '') return null
  const signed = Buffer.concat([Buffer.from(PURPOSE), claim])
  const keys = key.previous ? [key, key.previous] : [key]
  if (!keys.some(({ publicPem }) => verify(null, signed, createPublicKey(publicPem), signature))) return null
  const [employeeId = '', group = ''] = claim.toString().split(' ')
  return { employeeId, group }
}
