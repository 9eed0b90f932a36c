import type { Test } from 'tap'
import { scimTokens } from '../../../db/schema/scim.ts'
import { hashOfSecret } from '../../../src/lib/secret-token.ts'
import { newProvisioningToken } from '../../../src/scim/tokens/token-text.ts'
import { type Method, testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

type House = Awaited<ReturnType<typeof testApp>>
type Headers = Record<string, string>

/** Requests of an identity provider to an app, with its token. */
export function providerOf({ app }: Pick<House, 'app'>, token: string) {
  const send = (method: Method, path: string, body?: unknown, headers: Headers = {}) =>
    app.inject({
      method,
      url: `/scim/v2${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/scim+json' }),
        ...headers
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) })
    })
  return {
    send,
    get: (path: string, headers?: Headers) => send('GET', path, undefined, headers),
    post: (path: string, body: unknown) => send('POST', path, body),
    put: (path: string, body: unknown, headers?: Headers) => send('PUT', path, body, headers),
    patch: (path: string, operations: unknown[], headers?: Headers) =>
      send('PATCH', path, { schemas: [PATCH], Operations: operations }, headers),
    delete: (path: string, headers?: Headers) => send('DELETE', path, undefined, headers)
  }
}

/** The small company with a token for an identity provider, made by Ada. */
export async function provisionedCompany(t: Test, options: Parameters<typeof testApp>[1] = {}) {
  const house = await testApp(t, options)
  const company = await insertSmallCompany(house.db)
  const token = newProvisioningToken()
  const expiresAt = new Date('2028-01-01T00:00:00Z')
  const row = { name: 'Entra ID', tokenHash: hashOfSecret(token), createdBy: company.ada.id, expiresAt }
  await house.db.insert(scimTokens).values(row)
  return { ...house, ...company, token, idp: providerOf(house, token) }
}

/** A person as identity providers write one. */
export const aPerson = (userName = 'ines.ibsen@fjordlys.example', more: Record<string, unknown> = {}) => ({
  schemas: [USER, ENTERPRISE],
  userName,
  externalId: `ext-${userName}`,
  name: { givenName: 'Ines', familyName: 'Ibsen' },
  displayName: 'Ines Ibsen',
  title: 'Analyst',
  emails: [{ type: 'work', value: userName, primary: true }],
  active: true,
  [ENTERPRISE]: { department: 'Product' },
  ...more
})
