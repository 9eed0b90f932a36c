import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SigningKey {
  privatePem: string
  publicPem: string
}

/**
 * Checks a PEM and derives its public half.
 *
 * @throws {Error} when the PEM is not an Ed25519 private key.
 */
export function signingKeyFrom(pem: string): SigningKey {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error('the signing key must be an Ed25519 private key in PEM')
  return {
    privatePem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  }
}

export function newSigningKey(): SigningKey {
  return signingKeyFrom(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  )
}

/** The key of this installation: the one configured, else one made once and kept beside the embedded database. */
export function openSigningKey(config: { signingKey?: string; dataDir: string }): SigningKey {
  if (config.signingKey) return signingKeyFrom(config.signingKey)
  const path = join(config.dataDir, 'signing-key.pem')
  if (existsSync(path)) return signingKeyFrom(readFileSync(path, 'utf8'))
  const key = newSigningKey()
  mkdirSync(config.dataDir, { recursive: true })
  writeFileSync(path, key.privatePem, { mode: 0o600, flag: 'wx' })
  return key
}
