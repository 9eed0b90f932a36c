import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ConfigNotValid, readConfig } from '../../src/config.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const SECRET = 's'.repeat(32)
const ACME = {
  OIDC_PROVIDERS: 'acme',
  OIDC_ACME_ISSUER: 'https://id.acme.example/tenant',
  OIDC_ACME_CLIENT_ID: 'lyttepost',
  OIDC_ACME_CLIENT_SECRET: SECRET
}
const acmeWith = (more: Record<string, string>) => readConfig({ ...ACME, ...more }).oidcProviders[0]

t.test('providers are read in their order, with secrets from files and a label of their own', async (t) => {
  const file = join(temporaryFolder(t), 'secret')
  writeFileSync(file, `${SECRET}-from-a-file\n`)
  const { oidcProviders, signInLinks } = readConfig({
    ...ACME,
    OIDC_PROVIDERS: 'entra, acme',
    OIDC_ENTRA_ISSUER: 'https://login.microsoftonline.com/8d3c/v2.0',
    OIDC_ENTRA_LABEL: 'Microsoft',
    OIDC_ENTRA_CLIENT_ID: 'x',
    OIDC_ENTRA_CLIENT_SECRET_FILE: file,
    OIDC_ENTRA_TRUSTS_EMAIL: 'on',
    SIGN_IN_LINKS: 'off'
  })
  t.match(oidcProviders, [
    { name: 'entra', label: 'Microsoft', clientSecret: `${SECRET}-from-a-file`, trustsEmail: true },
    { name: 'acme', label: 'Acme', issuer: ACME.OIDC_ACME_ISSUER, trustsEmail: false }
  ])
  t.equal(signInLinks, false)
  t.strictSame(readConfig({}).oidcProviders, [])
  t.equal(readConfig({}).signInLinks, true)
})

t.test('what would let strangers in, or be forgotten, refuses to start', async (t) => {
  const wrong: [string, Record<string, string>, RegExp][] = [
    ['a secret of 31 bytes', { OIDC_ACME_CLIENT_SECRET: 's'.repeat(31) }, /CLIENT_SECRET.*32 bytes/],
    ['no secret', { OIDC_ACME_CLIENT_SECRET: '' }, /CLIENT_SECRET/],
    ['no client', { OIDC_ACME_CLIENT_ID: '' }, /CLIENT_ID: needed/],
    ['an issuer without TLS', { OIDC_ACME_ISSUER: 'http://id.acme.example' }, /ISSUER: must be the https/],
    ['an issuer with a password', { OIDC_ACME_ISSUER: 'https://a:b@id.acme.example' }, /ISSUER/],
    ['no issuer', { OIDC_ACME_ISSUER: 'acme' }, /ISSUER/],
    ['any tenant', { OIDC_ACME_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, /any company/],
    [
      'any organisation',
      { OIDC_ACME_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' },
      /any company/
    ],
    ['a name with a slash', { OIDC_PROVIDERS: 'acme,a/b' }, /OIDC_PROVIDERS: names/],
    ['a name twice', { OIDC_PROVIDERS: 'acme,ACME' }, /twice/],
    [
      'one that nobody names',
      { OIDC_OKTA_ISSUER: 'https://x.example' },
      /OIDC_OKTA_ISSUER: .*does not name okta/
    ],
    ['a switch that is neither', { OIDC_ACME_TRUSTS_EMAIL: 'yes' }, /TRUSTS_EMAIL: must be on or off/]
  ]
  for (const [name, more, message] of wrong) t.throws(() => acmeWith(more), message, name)
  t.throws(() => readConfig({ SIGN_IN_LINKS: 'off' }), /SIGN_IN_LINKS: may be off only/, 'no way in at all')
  t.equal(acmeWith({ OIDC_ACME_ISSUER: 'http://localhost:8080' })?.issuer, 'http://localhost:8080')
  try {
    acmeWith({ OIDC_ACME_CLIENT_SECRET: 'hunter2' })
    t.fail('it was accepted')
  } catch (error) {
    t.type(error, ConfigNotValid)
    t.notMatch((error as Error).message, /hunter2/)
  }
})
