import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks
} from 'openid-client'
import { isLocalIssuer, type OidcSettings } from '../../oidc-config.ts'
import { ProviderDown } from './errors.ts'

/** Providers change their keys and addresses rarely, and say so days before. */
const REFRESH_MS = 60 * 60 * 1000
/** Who is down is asked again no sooner. */
const RETRY_MS = 30 * 1000
/** Seconds for one answer. A person waits on a white page meanwhile. */
const ANSWER_SECONDS = 5

/** What a provider has said of itself. */
export interface KnownProvider {
  configuration: Configuration
  issuer: string
  /** Its public keys, for logout tokens; fetched when needed and kept for some minutes. */
  keys: JWTVerifyGetKey
}

export interface Provider {
  settings: OidcSettings
  /**
   * What the provider said of itself, at most an hour ago while it answers and for as long as it does not.
   *
   * @throws {ProviderDown} when it has not answered yet, ever.
   */
  known: (now: Date) => Promise<KnownProvider>
  /** Whether it did not answer when it was asked last. */
  isDown: () => boolean
  /** Somebody got no answer, or a wrong one. */
  noteFailure: (now: Date) => void
  /** Asks it for itself where there is reason to; never throws. */
  look: (now: Date) => Promise<void>
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<KnownProvider> {
  const address = new URL(issuer)
  const configuration = await discovery(address, clientId, undefined, secretAsAsked(clientSecret), {
    timeout: ANSWER_SECONDS,
    execute: [
      // The signature is checked although the token comes over TLS: a proxy in between then changes nothing.
      enableNonRepudiationChecks,
      ...(isLocalIssuer(address) ? [allowInsecureRequests] : [])
    ]
  })
  const { issuer: told, jwks_uri } = configuration.serverMetadata()
  // The library would take a template of Microsoft's for any tenant.
  if (new URL(told).href !== address.href) throw new Error('it calls itself by another name')
  if (!jwks_uri) throw new Error('it names no keys')
  const keys = createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: ANSWER_SECONDS * 1000 })
  return { configuration, issuer: told, keys }
}

/** The client's secret in the header, as is usual, or in the body where the provider says that it takes it there. */
function secretAsAsked(secret: string): ClientAuth {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    const takes = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const send = takes.includes('client_secret_basic') ? inHeader : inBody
    return send(server, ...rest)
  }
}

/** A provider that keeps what it learnt: an outage stops nobody who is signed in, and nobody who signs in elsewhere. */
export function openProvider(settings: OidcSettings, log: (line: string) => void): Provider {
  let last: { found: KnownProvider; at: number } | null = null
  let failedAt: number | null = null
  let asking: Promise<KnownProvider> | null = null

  function ask(now: Date): Promise<KnownProvider> {
    asking ??= discover(settings)
      .then(
        (found) => {
          last = { found, at: now.getTime() }
          failedAt = null
          return found
        },
        (error: Error) => {
          failedAt = now.getTime()
          log(`The sign-in service ${settings.name} could not be read: ${error.message}`)
          throw error
        }
      )
      .finally(() => {
        asking = null
      })
    return asking
  }
  const isOld = (now: Date) => last === null || now.getTime() - last.at >= REFRESH_MS
  const mayAsk = (now: Date) => failedAt === null || now.getTime() - failedAt >= RETRY_MS

  return {
    settings,
    isDown: () => failedAt !== null,
    noteFailure: (now) => {
      failedAt = now.getTime()
    },
    look: async (now) => {
      if ((isOld(now) || failedAt !== null) && mayAsk(now)) await ask(now).catch(() => {})
    },
    known: async (now) => {
      if (last) {
        if (isOld(now) && mayAsk(now)) ask(now).catch(() => {})
        return last.found
      }
      if (!mayAsk(now)) throw new ProviderDown({ provider: settings.name })
      return ask(now).catch(() => {
        throw new ProviderDown({ provider: settings.name })
      })
    }
  }
}
