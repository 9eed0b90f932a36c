import { createHash, randomBytes } from 'node:crypto'

/** 192 bits, in letters that an address needs not escape. */
export const newFeedToken = (): string => randomBytes(24).toString('base64url')

/** What is stored of a token. It has too many bits to be guessed, so a plain hash is enough. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const feedUrl = (publicUrl: string, token: string): string => `${publicUrl}/feeds/${token}.ics`
