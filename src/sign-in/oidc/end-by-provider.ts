import { errors, type JWTPayload, jwtVerify } from 'jose'
import { recordAudits } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { hashOfSecret } from '../../lib/secret-token.ts'
import { endSessionsNamed, endSessionsOfSubject, insertLogoutToken } from '../queries/identities.ts'
import { LogoutTokenNotValid, ProviderDown } from './errors.ts'
import type { Provider } from './provider.ts'
import type { Providers } from './providers.ts'

/** A logout token is about now. Older ones are refused, so that those that came need not be remembered for long. */
const TOKEN_MINUTES = 10
const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
/** Kinds of signature that take a public key: with a symmetric one, anybody who knows the public key could sign. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** What the library says when the provider does not give its keys: `ERR_JOSE_GENERIC` for a status other than 200. */
const KEYS_NOT_READ = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'])

/**
 * Ends sessions because their provider says so (OpenID Connect Back-Channel Logout 1.0): the one that it names, or, when
 * it names only the person, all of theirs, in whatever way they were opened. Every replica reads sessions from the
 * database with every request, so they are over everywhere at once.
 *
 * @returns how many sessions ended; none for a person or session that we do not know
 * @throws {ProviderNotFound} {@link ProviderDown} {@link LogoutTokenNotValid}
 */
export async function endByProvider(
  ctx: AnyContext,
  providers: Providers,
  { name, token }: { name: string; token: string }
): Promise<number> {
  const provider = providers.named(name)
  const { issuer, jti, sid, subject } = await readLogoutToken(provider, token, ctx.now())
  const now = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const isNew = await insertLogoutToken(tx, { issuer, jti: hashOfSecret(jti), receivedAt: now })
    if (!isNew) throw new LogoutTokenNotValid({ provider: name })
    const ended =
      sid === null
        ? await endSessionsOfSubject(tx, issuer, subject!, now)
        : await endSessionsNamed(tx, { issuer, sid, subject }, now)
    await recordAudits(
      tx,
      ctx,
      ended.map(({ id, employeeId }) => ({
        ...{ action: 'session.ended', objectType: 'session', objectId: id },
        after: { employeeId, by: 'provider', issuer }
      }))
    )
    return ended.length
  })
}

async function readLogoutToken(provider: Provider, token: string, now: Date) {
  const { name, clientId } = provider.settings
  const { issuer, keys } = await provider.known(now)
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...{ issuer, audience: clientId, algorithms: ALGORITHMS, currentDate: now, clockTolerance: 30 },
    ...{ maxTokenAge: `${TOKEN_MINUTES} minutes`, requiredClaims: ['iat', 'exp', 'jti'] }
  }).catch((error: unknown) => {
    const isAboutToken = error instanceof errors.JOSEError && !KEYS_NOT_READ.has(error.code)
    throw isAboutToken ? new LogoutTokenNotValid({ provider: name }) : new ProviderDown({ provider: name })
  })
  const { jti, sid = null, sub = null } = payload
  const isText = (value: unknown) => value === null || (typeof value === 'string' && !value.includes('\0'))
  const isWhole = isText(sid) && isText(sub) && (sid !== null || sub !== null) && typeof jti === 'string'
  if (!isWhole || !isLogout(payload, protectedHeader.typ)) throw new LogoutTokenNotValid({ provider: name })
  return { issuer, jti, sid: sid as string | null, subject: sub }
}

/** An ID token is signed by the same key: what makes this one an order to log out is its event, and no nonce. */
function isLogout(claims: JWTPayload, typ: string | undefined): boolean {
  const event = (claims.events as Record<string, unknown> | undefined)?.[EVENT]
  const isEvent = typeof event === 'object' && event !== null && !Array.isArray(event)
  const isTyped = typ === undefined || /^(application\/)?(logout\+)?jwt$/i.test(typ)
  return isEvent && isTyped && claims.nonce === undefined
}
