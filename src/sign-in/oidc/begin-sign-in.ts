import type { FastifyInstance } from 'fastify'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState
} from 'openid-client'
import type { AnyContext } from '../../context.ts'
import type { Providers } from './providers.ts'
import { writeTicket } from './ticket.ts'

/** What signing in at a provider takes of the house. */
export interface OidcHouse {
  app: FastifyInstance
  providers: Providers
  publicUrl: string
}

/** Where the provider sends people back to; the address that is registered there. */
export const callbackOf = (publicUrl: string, provider: string): string =>
  `${publicUrl}/sign-in/with/${provider}/callback`

/**
 * Begins a sign-in at a provider: the address there, and the ticket that this browser must bring back with the answer.
 *
 * @param back a path of ours to go to afterwards
 * @throws {ProviderNotFound} {@link ProviderDown}
 */
export async function beginSignIn(
  { app, providers, publicUrl }: OidcHouse,
  ctx: AnyContext,
  { name, back }: { name: string; back: string }
) {
  const provider = providers.named(name)
  const { configuration } = await provider.known(ctx.now())
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(publicUrl, name),
    scope: 'openid email',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256'
  })
  return { address: address.href, ticket: writeTicket(app, { provider: name, back, ...secrets }, ctx.now()) }
}
