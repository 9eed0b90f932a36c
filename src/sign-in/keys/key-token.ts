import { createHash, randomBytes } from 'node:crypto'

/** Tells our keys from the signed tokens of sessions, and from keys of others in a leak. */
const PREFIX = 'lyttepost_'

/** 256 bits. */
export const newKeyToken = (): string => `${PREFIX}${randomBytes(32).toString('base64url')}`

export const isKeyToken = (token: string): boolean => token.startsWith(PREFIX)

/** What is stored of a token. It has too many bits to be guessed, so a plain hash is enough. */
export const hashOfKey = (token: string): string => createHash('sha256').update(token).digest('hex')
