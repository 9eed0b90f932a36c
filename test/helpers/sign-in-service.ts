import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import type { Test } from 'tap'
import type { OidcSettings } from '../../src/oidc-config.ts'

export const CLIENT_SECRET = 'a secret of the tests, long enough for anybody'

interface Account {
  email?: string
  email_verified?: boolean
}

interface Options {
  /** Where the house is reached, for the answer and for logging out. */
  publicUrl: string
  name?: string
}

/** A port that nobody had a moment ago: the house and the provider must know each other's address before they start. */
export async function freePort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return new URLSearchParams(text)
}

const PAGE = `<!doctype html><html lang="en"><title>Acme</title><h1>Acme</h1>
<form method="post"><label>Account <input name="account"></label><button>Continue</button>
<button name="refuse" value="yes">Refuse</button></form>`

/**
 * A real OpenID Connect provider over HTTP. Whoever writes the name of an account into its form is that account; tests
 * without a browser say `who` beforehand. It can be stopped and started again at the same address.
 */
export async function signInService(t: Test, { publicUrl, name = 'acme' }: Options) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const accounts = new Map<string, Account>()
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'lyttepost', client_secret: CLIENT_SECRET, id_token_signed_response_alg: 'ES256' },
        redirect_uris: [`${publicUrl}/sign-in/with/${name}/callback`],
        backchannel_logout_uri: `${publicUrl}/api/sign-in/${name}/back-channel-logout`,
        backchannel_logout_session_required: true
      }
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'ES256' }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['for signing the cookies of a test'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600
    },
    pkce: { required: () => true },
    // Its own way out goes nowhere near this machine.
    fetch: (address: string, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) =>
      fetch(address, options),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...accounts.get(accountId) })
    }),
    loadExistingGrant: async (ctx: {
      oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
    }) => {
      const { client, session } = ctx.oidc
      const about = { clientId: client.clientId, accountId: session.accountId }
      const grant = new ctx.oidc.provider.Grant(about)
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    }
  })
  const answer = provider.callback()
  const service = { who: null as string | null }

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = request.method === 'POST' ? await formOf(request) : null
    const accountId = form?.get('account') ?? service.who
    if (form?.get('refuse')) {
      const error = { error: 'access_denied', error_description: '<script>alert(1)</script>' }
      return provider.interactionFinished(request, response, error)
    }
    if (!accountId) {
      response.setHeader('content-type', 'text/html')
      response.end(PAGE)
      return
    }
    await provider.interactionFinished(request, response, { login: { accountId } })
  }

  const serve = () => {
    const server = createServer((request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response)
      interact(request, response).catch((error: Error) => response.writeHead(500).end(error.message))
    })
    return new Promise<typeof server>((resolve) => {
      server.listen(port, 'localhost', () => resolve(server))
    })
  }
  let server: Awaited<ReturnType<typeof serve>> | null = await serve()
  const stop = async () => {
    const closing = server
    server = null
    closing?.closeAllConnections()
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()))
  }
  t.teardown(stop)

  const settings: OidcSettings = {
    ...{ name, label: name === 'acme' ? 'Acme' : name, issuer, clientId: 'lyttepost' },
    ...{ clientSecret: CLIENT_SECRET, trustsEmail: false }
  }
  return Object.assign(service, {
    settings,
    accounts,
    stop,
    start: async () => {
      server = await serve()
    },
    /** Sends a logout token as the provider does when a session ends there. */
    logOut: async (subject: string, sid: string) =>
      (await provider.Client.find('lyttepost')).backchannelLogout(subject, sid)
  })
}

/** Walks through the provider as a browser would, from its address to ours, which is given and not opened. */
export async function throughService(address: string, publicUrl: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = address
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, key, value] = /^([^=]+)=([^;]*)/.exec(set)!
      jar.set(key!, value!)
    }
    const location = response.headers.get('location')
    if (!location) throw new Error(`the provider stopped at ${response.status}: ${await response.text()}`)
    next = new URL(location, next).href
    if (next.startsWith(publicUrl)) return next
  }
  throw new Error('the provider goes in circles')
}
