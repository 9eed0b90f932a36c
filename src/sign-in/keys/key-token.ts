import { newSecret } from '../../lib/secret-token.ts'

/** Tells our keys from the signed tokens of sessions, and from keys of others in a leak. */
const PREFIX = 'lyttepost_'

/** 256 bits. */
export const newKeyToken = (): string => `${PREFIX}${newSecret(32)}`

export const isKeyToken = (token: string): boolean => token.startsWith(PREFIX)
