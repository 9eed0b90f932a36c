import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigNotValid } from '../config.ts'

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

/**
 * The key of this installation: the one configured, else one made once and kept beside the embedded database.
 *
 * @throws {ConfigNotValid} when the key cannot be used, or there is none although several replicas may serve.
 */
export function openSigningKey(config: Pick<Config, 'signingKey' | 'databaseUrl' | 'dataDir'>): SigningKey {
  if (config.signingKey) return readConfigured(config.signingKey)
  if (config.databaseUrl) {
    throw new ConfigNotValid([
      'SIGNING_KEY or SIGNING_KEY_FILE: needed with DATABASE_URL, so that every replica signs with one key; make one with: openssl genpkey -algorithm ed25519'
    ])
  }
  const path = join(config.dataDir, 'signing-key.pem')
  if (existsSync(path)) return signingKeyFrom(readFileSync(path, 'utf8'))
  const key = newSigningKey()
  mkdirSync(config.dataDir, { recursive: true })
  writeFileSync(path, key.privatePem, { mode: 0o600, flag: 'wx' })
  return key
}

function readConfigured(pem: string): SigningKey {
  try {
    return signingKeyFrom(pem)
  } catch (error) {
    throw new ConfigNotValid([`SIGNING_KEY: ${(error as Error).message}`])
  }
}
