import type { CookieSerializeOptions } from '@fastify/cookie'

/** Our cookies' names and how they are set. src/sign-in/cookies.md lists them all. */
export interface HouseCookies {
  session: string
  /** Kept while somebody is at a sign-in service: the ticket with which they come back. */
  ticket: string
  options: CookieSerializeOptions & { path: string }
}

declare module 'fastify' {
  interface FastifyInstance {
    houseCookies: HouseCookies
  }
}

/**
 * Closed to scripts, not sent along with other sites' posts, and only over TLS where we are served over it. There the
 * names begin with `__Host-`: a browser then lets no other host, not even a subdomain of ours, set or replace them.
 */
export function cookiesFor(publicUrl: string): HouseCookies {
  const secure = publicUrl.startsWith('https:')
  const prefix = secure ? '__Host-' : ''
  return {
    session: `${prefix}lyttepost_session`,
    ticket: `${prefix}lyttepost_sign_in`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure }
  }
}
