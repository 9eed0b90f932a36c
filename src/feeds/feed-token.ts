import { newSecret } from '../lib/secret-token.ts'

/** 192 bits. */
export const newFeedToken = (): string => newSecret(24)

export const feedUrl = (publicUrl: string, token: string): string => `${publicUrl}/feeds/${token}.ics`
