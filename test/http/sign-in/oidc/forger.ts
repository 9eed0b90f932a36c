import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose'
import type { Test } from 'tap'
import type { OidcSettings } from '../../../../src/oidc-config.ts'
import { CLIENT_SECRET } from '../../../helpers/sign-in-service.ts'

type Claims = Record<string, unknown>
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A provider that answers whatever the test wants, to see what is believed. */
export async function forger(t: Test, { name = 'acme', clientId = 'lyttepost' } = {}) {
  const [own, stranger] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')]
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'ES256', use: 'sig' }
  const spki = await exportSPKI(own.publicKey)
  const state = {
    /** What the token endpoint gives, and with which status. */
    tokens: {} as Claims,
    status: 200,
    /** What the provider says of itself beside the usual. */
    metadata: {} as Claims,
    asked: [] as string[]
  }
  const server = createServer((request, response) => {
    const path = request.url!
    state.asked.push(path)
    const issuer = state.metadata.issuer ?? settings.issuer
    const answers: Record<string, [number, unknown]> = {
      '/.well-known/openid-configuration': [
        200,
        {
          ...{ issuer, authorization_endpoint: `${settings.issuer}/authorize` },
          ...{ token_endpoint: `${settings.issuer}/token`, jwks_uri: `${settings.issuer}/keys` },
          id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
          ...state.metadata
        }
      ],
      '/keys': [200, { keys: [jwk] }],
      '/token': [state.status, { access_token: 'x', token_type: 'Bearer', ...state.tokens }]
    }
    const [status, body] = answers[path] ?? [404, {}]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const settings: OidcSettings = {
    ...{ name, label: name, issuer: `http://localhost:${(server.address() as AddressInfo).port}`, clientId },
    ...{ clientSecret: CLIENT_SECRET, trustsEmail: false }
  }

  const now = () => Math.floor(Date.now() / 1000)
  const usual = (): Claims => ({
    ...{ iss: settings.issuer, aud: clientId, sub: 'amara-1', iat: now(), exp: now() + 300 }
  })
  const signed = (claims: Claims, { header = {}, by = own }: { header?: object; by?: typeof own } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'own', ...header }).sign(by.privateKey)

  return Object.assign(state, {
    settings,
    usual,
    signed,
    now,
    byStranger: (claims: Claims) => signed(claims, { by: stranger }),
    unsigned: (claims: Claims) => `${encode({ alg: 'none', kid: 'own' })}.${encode(claims)}.`,
    /** Signed with the public key as if it were a secret. */
    byPublicKey: (claims: Claims) => {
      const input = `${encode({ alg: 'HS256', kid: 'own' })}.${encode(claims)}`
      return `${input}.${createHmac('sha256', spki).update(input).digest('base64url')}`
    }
  })
}
