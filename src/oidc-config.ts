import { type Environment, readSecret, readSwitch } from './environment.ts'

/** One OpenID Connect provider, as the environment names it. */
export interface OidcSettings {
  /** Stands in addresses and in the names of the settings: `entra` for `OIDC_ENTRA_…`. */
  readonly name: string
  /** What the button says. */
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whether an address without the claim `email_verified` may link a person for the first time. */
  readonly trustsEmail: boolean
}

/** Shorter secrets can be guessed: 256 bits, as for every symmetric key (RFC 7518, 3.2). */
export const SECRET_BYTES = 32

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an issuer is on this machine: the only ones that may do without TLS. */
export const isLocalIssuer = (issuer: URL): boolean => LOCAL.has(issuer.hostname)

/**
 * Addresses under which Microsoft signs in people of any company. Whoever runs a company of their own there chooses the
 * e-mail addresses in it, so such an issuer proves nothing.
 */
const ANY_TENANT = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/i

/** The providers that `OIDC_PROVIDERS` names, in the order of their buttons. No message repeats a secret. */
export function readOidc(env: Environment, wrong: string[]): readonly OidcSettings[] {
  const names = (env.OIDC_PROVIDERS ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
  if (new Set(names).size < names.length) wrong.push('OIDC_PROVIDERS: names a provider twice')
  const strange = names.filter((name) => !/^[a-z][a-z0-9]{0,19}$/.test(name))
  if (strange.length > 0)
    wrong.push('OIDC_PROVIDERS: names are of letters and digits, such as entra,google, up to 20 of them')
  refuseForgotten(env, names, wrong)
  return Object.freeze(
    names.filter((name) => !strange.includes(name)).map((name) => readProvider(env, name, wrong))
  )
}

/** A provider that is set up but not named would be missed by nobody until the first morning. */
function refuseForgotten(env: Environment, names: string[], wrong: string[]): void {
  for (const setting of Object.keys(env)) {
    const name = /^OIDC_([A-Z0-9]+)_ISSUER$/.exec(setting)?.[1]?.toLowerCase()
    if (name && !names.includes(name)) wrong.push(`${setting}: OIDC_PROVIDERS does not name ${name}`)
  }
}

function readProvider(env: Environment, name: string, wrong: string[]): OidcSettings {
  const prefix = `OIDC_${name.toUpperCase()}`
  const issuer = env[`${prefix}_ISSUER`] ?? ''
  const clientId = env[`${prefix}_CLIENT_ID`] ?? ''
  const secret = readSecret(env, `${prefix}_CLIENT_SECRET`, wrong)?.trim() ?? ''
  if (!isIssuer(issuer))
    wrong.push(`${prefix}_ISSUER: must be the https address that the provider calls its issuer`)
  else if (ANY_TENANT.test(issuer))
    wrong.push(
      `${prefix}_ISSUER: takes people of any company; name your own: https://login.microsoftonline.com/TENANT/v2.0`
    )
  if (!clientId) wrong.push(`${prefix}_CLIENT_ID: needed`)
  if (Buffer.byteLength(secret) < SECRET_BYTES)
    wrong.push(
      `${prefix}_CLIENT_SECRET or ${prefix}_CLIENT_SECRET_FILE: must be a secret of ${SECRET_BYTES} bytes or more`
    )
  const trustsEmail = readSwitch(env, `${prefix}_TRUSTS_EMAIL`, false, wrong)
  const label = env[`${prefix}_LABEL`]?.trim() || name[0]!.toUpperCase() + name.slice(1)
  return Object.freeze({ name, label, issuer, clientId, clientSecret: secret, trustsEmail })
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLocalIssuer(url))
  return isSafe && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
}
