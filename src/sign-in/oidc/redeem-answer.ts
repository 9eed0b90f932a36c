import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  ClientError,
  fetchUserInfo,
  ResponseBodyError
} from 'openid-client'
import { Refusal } from '../../lib/errors.ts'
import { AnswerNotTrusted, ProviderDown, ProviderRefused } from './errors.ts'
import type { KnownProvider, Provider } from './provider.ts'
import type { Ticket } from './ticket.ts'

/** Who somebody is by the word of a provider, checked. */
export interface ProvenPerson {
  issuer: string
  subject: string
  /** The provider's own name of the session, where it has any. */
  sid: string | null
  /** The address that the provider vouches for; asked only where it is needed. Null: it vouches for none. */
  email: () => Promise<string | null>
}

/** Claims go into the database and must be texts that fit there. */
const isPlain = (value: unknown): value is string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
  typeof value === 'string' && value.length > 0 && value.length <= 255 && !/[\x00-\x1f\x7f]/.test(value)

/**
 * Turns the provider's answer into a person: state, issuer, code and PKCE, then the ID token's signature, issuer, audience,
 * nonce and dates.
 *
 * @param answer the address the browser came back to
 * @throws {ProviderRefused} {@link AnswerNotTrusted} {@link ProviderDown}
 */
export async function redeemAnswer(
  provider: Provider,
  { answer, ticket, now }: { answer: URL; ticket: Ticket; now: Date }
): Promise<ProvenPerson> {
  const known = await provider.known(now)
  const failing = (error: unknown) => explain(error, provider, now)
  const tokens = await authorizationCodeGrant(known.configuration, answer, {
    expectedState: ticket.state,
    expectedNonce: ticket.nonce,
    pkceCodeVerifier: ticket.verifier,
    idTokenExpected: true
  }).catch(failing)
  const claims = tokens.claims()
  if (claims?.iss !== known.issuer || !isPlain(claims.sub))
    throw new AnswerNotTrusted({ provider: ticket.provider })
  const { sub: subject, sid } = claims
  return {
    issuer: known.issuer,
    subject,
    sid: isPlain(sid) ? sid : null,
    email: async () => {
      const isWhole = claims.email !== undefined && claims.email_verified !== undefined
      const more = isWhole ? {} : await askMore(known, tokens.access_token, subject).catch(failing)
      const all: Record<string, unknown> = { ...claims, ...more }
      return vouchedEmail(all, provider.settings.trustsEmail)
    }
  }
}

/** Some providers put the address not into the token but where it has to be fetched. */
async function askMore({ configuration }: KnownProvider, accessToken: string, subject: string) {
  if (!configuration.serverMetadata().userinfo_endpoint) return {}
  return fetchUserInfo(configuration, accessToken, subject)
}

/** An address counts when the provider says that it is verified, or says nothing and is trusted in this. */
function vouchedEmail(claims: Record<string, unknown>, trusts: boolean): string | null {
  const { email, email_verified: isVerified } = claims
  if (!isPlain(email)) return null
  return isVerified === true || (isVerified === undefined && trusts) ? email : null
}

const UNANSWERED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

/** What may be told of what went wrong. The cause goes to the log, without what the provider sent. */
function explain(error: unknown, provider: Provider, now: Date): never {
  const name = provider.settings.name
  if (error instanceof Refusal) throw error
  if (error instanceof AuthorizationResponseError)
    throw because(new ProviderRefused({ provider: name, error: plainCode(error.error) }), error)
  const isSilent =
    (error instanceof ClientError && UNANSWERED.has(error.code ?? '')) ||
    (error instanceof ResponseBodyError && error.status >= 500) ||
    (error instanceof ClientError && error.cause instanceof Response && error.cause.status >= 500) ||
    (error instanceof TypeError && error.message === 'fetch failed')
  if (!isSilent) throw because(new AnswerNotTrusted({ provider: name }), error)
  provider.noteFailure(now)
  throw because(new ProviderDown({ provider: name }), error)
}

/** Codes of OAuth are short words; anything else came from somebody who writes into addresses. */
const plainCode = (code: string) => (/^[a-z_]{1,40}$/.test(code) ? code : 'unknown')

function because(refusal: Refusal, error: unknown): Refusal {
  const { code, message } = error as { code?: string; message?: string }
  refusal.cause = `${code ?? 'no code'}: ${message ?? 'no message'}`
  return refusal
}
