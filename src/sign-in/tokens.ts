import type { FastifyJWTOptions } from '@fastify/jwt'
import type { FastifyInstance } from 'fastify'
import type { SigningKey } from './signing-key.ts'

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

declare module 'fastify' {
  interface FastifyInstance {
    signingKey: SigningKey
  }
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: Record<string, unknown>
  }
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

interface Times {
  now: Date
  expiresAt: Date
}

export function signToken(app: FastifyInstance, use: TokenUse, claims: TokenClaims, times: Times): string {
  return signAs(app, TYPES[use], claims, times)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0

/** The claims of a token that is ours, of this use and in date; null for every other text whatever. */
export function readToken(app: FastifyInstance, use: TokenUse, token: string, now: Date): TokenClaims | null {
  const claims = readAs(app, TYPES[use], token, { now, required: ['sub', 'sid'] })
  return claims && isText(claims.sub) && isText(claims.sid) ? { sub: claims.sub, sid: claims.sid } : null
}

/** Signs claims as a token of a type, for ourselves to read. */
export function signAs(app: FastifyInstance, typ: string, claims: object, { now, expiresAt }: Times): string {
  const payload = { ...claims, aud: AUDIENCE, iat: seconds(now), exp: seconds(expiresAt) }
  const header = { alg: 'EdDSA', typ, kid: app.signingKey.kid } as const
  return app.jwt.sign(payload, { algorithm: 'EdDSA', header })
}

/** How tokens of ours are checked; when they end is asked of our own clock. */
export const CHECKS: NonNullable<FastifyJWTOptions['verify']> = {
  ...{ algorithms: ['EdDSA'], allowedAud: AUDIENCE, requiredClaims: ['exp', 'aud'] },
  ...{ ignoreExpiration: true, cache: false }
}

interface Decoded {
  header: { kid?: unknown; typ?: unknown }
}

/** The claims of a token of this type that is ours and in date; null for every other text whatever. */
export function readAs(
  app: FastifyInstance,
  typ: string,
  token: string,
  { now, required }: { now: Date; required: string[] }
): Record<string, unknown> | null {
  try {
    const decoded = app.jwt.decode<Decoded>(token, { complete: true })
    const key = keyFor(app.signingKey, decoded)
    if (!key || decoded?.header.typ !== typ) return null
    // Without options it takes the checker of the newest key that is there already: to make one takes longer than to check.
    const claims = app.jwt.verify<Record<string, unknown>>(
      token,
      key === app.signingKey.publicPem ? undefined : { key }
    )
    const isWhole = required.every((name) => claims[name] !== undefined)
    return isWhole && typeof claims.exp === 'number' && now < new Date(claims.exp * 1000) ? claims : null
  } catch {
    return null
  }
}

/** The key that a token names, of ours; tokens from before keys had names were signed by the newest. */
function keyFor({ kid, publicPem, previous }: SigningKey, token: Decoded | null) {
  const named = token?.header.kid
  if (named === undefined || named === kid) return publicPem
  return named === previous?.kid ? previous?.publicPem : undefined
}
