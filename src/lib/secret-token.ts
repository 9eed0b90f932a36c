import { createHash, randomBytes } from 'node:crypto'

/** A secret of so many random bytes, in letters that an address needs not escape. Told once, never stored. */
export const newSecret = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** What is stored of a secret: a plain hash is enough where there are too many bits to guess. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
