import type { FastifyInstance } from 'fastify'

/** `access` travels in the header of a program's request, `session` in the cookie of a browser. */
export type TokenUse = 'access' | 'session'

export interface TokenClaims {
  sub: string
  sid: string
}

const AUDIENCE = 'lyttepost'
/** Media types of RFC 9068 and, in its manner, our own: one kind of token cannot stand in for the other. */
const TYPES = { access: 'at+jwt', session: 'session+jwt' } as const

/** Minutes a program may use one access token; it is renewed from the session. */
export const ACCESS_TOKEN_MINUTES = 15

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: TokenClaims & { aud: string; iat: number; exp: number }
  }
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

export function signToken(
  app: FastifyInstance,
  use: TokenUse,
  claims: TokenClaims,
  times: { now: Date; expiresAt: Date }
): string {
  const payload = { ...claims, aud: AUDIENCE, iat: seconds(times.now), exp: seconds(times.expiresAt) }
  return app.jwt.sign(payload, { algorithm: 'EdDSA', header: { alg: 'EdDSA', typ: TYPES[use] } })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0

/** The claims of a token that is ours, of this use and in date; null for every other text whatever. */
export function readToken(app: FastifyInstance, use: TokenUse, token: string, now: Date): TokenClaims | null {
  try {
    const { sub, sid } = app.jwt.verify<TokenClaims>(token, {
      algorithms: ['EdDSA'],
      allowedAud: AUDIENCE,
      checkTyp: TYPES[use],
      requiredClaims: ['exp', 'aud', 'sub', 'sid'],
      clockTimestamp: now.getTime(),
      cache: false
    })
    return isText(sub) && isText(sid) ? { sub, sid } : null
  } catch {
    return null
  }
}
