import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Actor, AnyContext, Context } from '../context.ts'
import type { Role } from '../words.ts'
import { CrossSiteRequest, NotAllowed, SignInNeeded } from './errors.ts'
import { findSessionHolder } from './queries.ts'
import { readToken } from './tokens.ts'

/** Who may call a route at all. What they may do to which object is checked beside the data. */
export type Access = 'public' | 'signed-in' | readonly Role[]

export const SESSION_COOKIE = 'lyttepost_session'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    /** Null until a valid token was read; on public routes it may stay so. */
    actor: Actor | null
    /** The context of a signed-in request. */
    readonly ctx: Context
    /** The context where nobody needs to be signed in. */
    readonly visitor: AnyContext
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie travels by itself, so what changes something must come from our own pages. */
function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host
}

function claimsOf(app: FastifyInstance, request: FastifyRequest, now: Date) {
  const header = request.headers.authorization
  if (header !== undefined) {
    const [scheme, token, ...rest] = header.split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0) return null
    return readToken(app, 'access', token, now)
  }
  const cookie = request.cookies[SESSION_COOKIE]
  return cookie === undefined ? null : readToken(app, 'session', cookie, now)
}

/** Who is signed in with this request, if anybody is. */
export async function actorOf(app: FastifyInstance, request: FastifyRequest): Promise<Actor | null> {
  const { db, now } = request.visitor
  const claims = claimsOf(app, request, now())
  const holder = claims && (await findSessionHolder(db, claims.sid, claims.sub, now()))
  if (!holder) return null
  const roles: Role[] = ['employee', ...(holder.grants as Role[])]
  if (holder.isHost) roles.push('host')
  if (holder.leads.length > 0) roles.push('lead')
  const { employeeId, name, teamId, leads, timeZone, locale } = holder
  return { employeeId, sessionId: claims.sid, name, teamId, leads, timeZone, locale, roles: new Set(roles) }
}

/** Routes that plugins make: the API documentation page and our static files hold nothing of anybody's. */
const PUBLIC_PLUGIN_ROUTES = /^\/(api\/docs|assets)(\/|$)/

function refuseUndeclared(route: RouteOptions): void {
  if (PUBLIC_PLUGIN_ROUTES.test(route.url)) route.config = { ...route.config, access: 'public' }
  if (route.config?.access === undefined) {
    throw new Error(`${String(route.method)} ${route.url} does not declare who may call it (config.access)`)
  }
}

/** Deny unless allowed: reads who asks, and lets through only whom the route's `config.access` names. */
export function registerAccess(app: FastifyInstance): void {
  app.addHook('onRoute', refuseUndeclared)
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access
    if (access === undefined) return
    if (access === 'public' && !SAFE_METHODS.has(request.method)) {
      if (request.headers['sec-fetch-site'] === 'cross-site') throw new CrossSiteRequest()
      return
    }
    request.actor = await actorOf(app, request)
    if (access === 'public') return
    if (!request.actor) throw new SignInNeeded()
    const byCookie = request.headers.authorization === undefined
    if (byCookie && !SAFE_METHODS.has(request.method) && !isSameOrigin(request)) throw new CrossSiteRequest()
    if (access === 'signed-in') return
    const { roles } = request.actor
    if (!access.some((role) => roles.has(role))) throw new NotAllowed()
  })
}
