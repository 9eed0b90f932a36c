import type { LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { type OidcSettings, SECRET_BYTES } from '../../../../src/oidc-config.ts'
import { openProviders } from '../../../../src/sign-in/oidc/providers.ts'
import { testApp } from '../../../helpers/app.ts'
import { insertSmallCompany } from '../../../helpers/people.ts'
import { throughService } from '../../../helpers/sign-in-service.ts'

export const PUBLIC_URL = 'http://localhost:3000'
const TICKET = 'lyttepost_sign_in'

export const sessionIn = (reply: LightMyRequestResponse) =>
  reply.cookies.find(({ name, value }) => name === 'lyttepost_session' && value !== '')?.value

const ticketIn = (reply: LightMyRequestResponse) =>
  reply.cookies.find(({ name, value }) => name === TICKET && value !== '')?.value

/** The small company with these sign-in services, at the time that it is: tokens of others know no other clock. */
export async function oidcHouse(t: Test, settings: readonly OidcSettings[], publicUrl = PUBLIC_URL) {
  if (settings.some(({ clientSecret }) => clientSecret.length < SECRET_BYTES)) throw new Error('short secret')
  const troubles: string[] = []
  const providers = openProviders(settings, (line) => troubles.push(line))
  const house = await testApp(t, { now: new Date().toISOString(), providers, publicUrl })
  const people = await insertSmallCompany(house.db)
  const { app } = house

  /** The address at the provider, what it says, and the ticket that the browser was given. */
  async function begin(name = 'acme', back?: string) {
    const query = back === undefined ? {} : { back }
    const reply = await app.inject({ url: `/sign-in/with/${name}`, query })
    const address = String(reply.headers.location)
    const told = URL.canParse(address) ? new URL(address).searchParams : new URLSearchParams()
    return { reply, address, ticket: ticketIn(reply), state: told.get('state')!, nonce: told.get('nonce')! }
  }

  /** Comes back to us with an answer. */
  const comeBack = (address: string, ticket: string | undefined) =>
    app.inject({
      url: address.replace(publicUrl, ''),
      headers: { accept: 'text/html', 'user-agent': 'Firefox of a test' },
      cookies: ticket === undefined ? {} : { [TICKET]: ticket }
    })

  /** The whole way, as whoever the provider takes the browser for. */
  async function signIn(name = 'acme', back?: string) {
    const { address, ticket } = await begin(name, back)
    const answer = await throughService(address, publicUrl)
    return { answer, ticket, reply: await comeBack(answer, ticket) }
  }

  /** Who a session cookie is signed in as; null when it is worth nothing. */
  async function whoIs(session: string | undefined): Promise<string | null> {
    const cookies = session === undefined ? {} : { lyttepost_session: session }
    const reply = await app.inject({ url: '/api/me', cookies })
    return reply.statusCode === 200 ? reply.json().name : null
  }

  return { ...house, ...people, providers, troubles, begin, comeBack, signIn, whoIs }
}
