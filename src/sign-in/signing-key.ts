import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigNotValid } from '../config.ts'

/** The half of a key that checks signatures. */
export interface CheckingKey {
  publicPem: string
  /** Names the key in the header of a token (`kid`): a hash of its public half. */
  kid: string
}

export interface SigningKey extends CheckingKey {
  privatePem: string
  /** The key before it, while tokens that it signed are in use. */
  previous?: CheckingKey
}

function checkingKeyOf(key: KeyObject): CheckingKey {
  const spki = key.export({ type: 'spki', format: 'der' })
  return {
    publicPem: key.export({ type: 'spki', format: 'pem' }).toString(),
    kid: createHash('sha256').update(spki).digest('base64url').slice(0, 16)
  }
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
    ...checkingKeyOf(createPublicKey(key)),
    privatePem: key.export({ type: 'pkcs8', format: 'pem' }).toString()
  }
}

export function newSigningKey(): SigningKey {
  return signingKeyFrom(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  )
}

type KeyConfig = Pick<Config, 'signingKey' | 'previousSigningKey' | 'databaseUrl' | 'dataDir'>

/**
 * The key of this installation, the one configured or else one made once and kept beside the embedded database; and the
 * one before it, where it is configured.
 *
 * @throws {ConfigNotValid} when a key cannot be used, or there is none although several replicas may serve.
 */
export function openSigningKey(config: KeyConfig): SigningKey {
  const key = openNewestKey(config)
  if (!config.previousSigningKey) return key
  const previous = readConfigured('SIGNING_KEY_PREVIOUS', () => previousFrom(config.previousSigningKey!))
  if (previous.kid === key.kid)
    throw new ConfigNotValid(['SIGNING_KEY_PREVIOUS: is the same key as SIGNING_KEY; leave it out'])
  return { ...key, previous }
}

function openNewestKey(config: KeyConfig): SigningKey {
  if (config.signingKey) return readConfigured('SIGNING_KEY', () => signingKeyFrom(config.signingKey!))
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

/** The public half is enough, so that the old private one need not be kept anywhere. */
function previousFrom(pem: string): CheckingKey {
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not Ed25519')
  return checkingKeyOf(key)
}

/** Whatever OpenSSL says of a text that is no key helps nobody, and the text itself is a secret. */
function readConfigured<Key>(name: string, read: () => Key): Key {
  try {
    return read()
  } catch {
    throw new ConfigNotValid([
      `${name}: must be an Ed25519 key in PEM, which has 32 bytes; make one with: openssl genpkey -algorithm ed25519`
    ])
  }
}
