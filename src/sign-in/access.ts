import { subHours } from 'date-fns'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { isConnectionLost } from '../../db/errors.ts'
import type { Actor, AnyContext, Context } from '../context.ts'
import { hashOfSecret } from '../lib/secret-token.ts'
import { findProvisioner, type Provisioner } from '../scim/tokens/find-provisioner.ts'
import type { Role } from '../words.ts'
import { CrossSiteRequest, NotAllowed, SignInNeeded } from './errors.ts'
import { lookUpSecret } from './guesses.ts'
import { NotForKeys, ScopeMissing } from './keys/errors.ts'
import { isKeyToken } from './keys/key-token.ts'
import { scopeFor } from './keys/scopes.ts'
import { findKeyHolder, noteKeyUse } from './queries/keys.ts'
import { findSessionHolder, noteSessionUse } from './queries/sessions.ts'
import { toActor } from './to-actor.ts'
import { readToken } from './tokens.ts'

/**
 * Who may call a route at all. What they may do to which object is checked beside the data. `provisioning`: no person, but
 * an identity provider with a token of ours.
 */
export type Access = 'public' | 'signed-in' | 'provisioning' | readonly Role[]

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** The header of these requests holds a secret of the route's own, and nobody's token. */
    hasOwnSecret?: true
  }
  interface FastifyRequest {
    /** Null until a valid token was read; on public routes it may stay so. */
    actor: Actor | null
    /** The identity provider that asks, on its own routes. */
    provisioner: Provisioner | null
    /** The context of a signed-in request. */
    readonly ctx: Context
    /** The context where nobody needs to be signed in. */
    readonly visitor: AnyContext
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether the request says where it comes from, as every browser of ours does with a form or a script. */
const saysOrigin = ({ headers }: FastifyRequest) =>
  headers['sec-fetch-site'] !== undefined || headers.origin !== undefined

/** A cookie travels by itself, so what changes something must come from our own pages. */
function isSameOrigin(app: FastifyInstance, request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin === undefined || !URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  // Where we are served over TLS, a page of the same name without it may be anybody's on the way.
  return host === request.host && (protocol === 'https:' || !app.houseCookies.options.secure)
}

/** The token of the header; null when there is a header that holds none, undefined when there is no header. */
function bearerOf({ headers: { authorization } }: FastifyRequest): string | null | undefined {
  if (authorization === undefined) return undefined
  const [scheme, token, ...rest] = authorization.split(' ')
  return scheme?.toLowerCase() === 'bearer' && token && rest.length === 0 ? token : null
}

async function sessionActor(app: FastifyInstance, request: FastifyRequest, bearer: string | undefined) {
  const { db, now } = request.visitor
  const cookie = request.cookies[app.houseCookies.session]
  const claims =
    bearer === undefined
      ? cookie !== undefined && readToken(app, 'session', cookie, now())
      : readToken(app, 'access', bearer, now())
  const holder = claims ? await findSessionHolder(db, claims.sid, claims.sub, now()) : null
  if (!holder || !claims) return null
  const anHourAgo = subHours(now(), 1)
  if (!holder.lastSeenAt || holder.lastSeenAt < anHourAgo)
    await noteSessionUse(db, claims.sid, now(), anHourAgo)
  return toActor(holder, claims.sid)
}

/** A program with a key is its person, as far as the key's scopes go. */
async function keyActor(request: FastifyRequest, bearer: string): Promise<Actor | null> {
  const { db, now } = request.visitor
  const holder = await findKeyHolder(db, hashOfSecret(bearer), now())
  if (!holder) return null
  await noteKeyUse(db, holder.keyId, now(), subHours(now(), 1))
  const { tags } = (request.routeOptions.schema ?? {}) as { tags?: string[] }
  const scope = scopeFor(tags?.[0], SAFE_METHODS.has(request.method))
  if (scope === null) throw new NotForKeys()
  if (!holder.scopes.includes(scope)) throw new ScopeMissing({ scope })
  return { ...toActor(holder, null), keyId: holder.keyId }
}

/**
 * Who is signed in with this request, if anybody is.
 *
 * @throws {NotForKeys} {@link ScopeMissing} where a program asks with a key that may not.
 */
export async function actorOf(app: FastifyInstance, request: FastifyRequest): Promise<Actor | null> {
  const bearer = bearerOf(request)
  if (bearer === null) return null
  return bearer !== undefined && isKeyToken(bearer)
    ? keyActor(request, bearer)
    : sessionActor(app, request, bearer)
}

/** The same, slowly for those who guess: a token in the header that is none counts, a cookie that is none signs nobody in. */
async function askWho(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const { authorization } = request.headers
  const find = () => actorOf(app, request)
  return authorization === undefined ? find() : lookUpSecret(app, { request, reply }, authorization, find)
}

async function askWhichProvider(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const bearer = bearerOf(request)
  const find = () => findProvisioner(request.visitor, bearer)
  const secret = request.headers.authorization ?? ''
  const provisioner = await lookUpSecret(app, { request, reply }, secret, find)
  if (!provisioner) throw new SignInNeeded()
  return provisioner
}

/** Routes that plugins make: the API documentation page and our static files hold nothing of anybody's. */
const PUBLIC_PLUGIN_ROUTES = /^\/(api\/docs|assets)(\/|$)/

function refuseUndeclared(route: RouteOptions): void {
  if (PUBLIC_PLUGIN_ROUTES.test(route.url)) route.config = { ...route.config, access: 'public' }
  if (route.config?.access === undefined) {
    throw new Error(`${String(route.method)} ${route.url} does not declare who may call it (config.access)`)
  }
}

/** What anybody may see needs no database to know who asks: a health check with a cookie is a health check. */
function nobodyWhileAway(error: unknown): null {
  if (!isConnectionLost(error)) throw error
  return null
}

/** Deny unless allowed: reads who asks, and lets through only whom the route's `config.access` names. */
export function registerAccess(app: FastifyInstance): void {
  app.addHook('onRoute', refuseUndeclared)
  app.addHook('onRequest', async (request, reply) => {
    const { access, hasOwnSecret } = request.routeOptions.config
    if (access === undefined || hasOwnSecret) return
    if (access === 'public' && !SAFE_METHODS.has(request.method)) {
      // Signing somebody in to an account that is not theirs is an attack too. Programs do not say where they are.
      if (saysOrigin(request) && !isSameOrigin(app, request)) throw new CrossSiteRequest()
      return
    }
    if (access === 'provisioning') {
      request.provisioner = await askWhichProvider(app, request, reply)
      return
    }
    if (access === 'public') {
      request.actor = await askWho(app, request, reply).catch(nobodyWhileAway)
      return
    }
    request.actor = await askWho(app, request, reply)
    if (!request.actor) throw new SignInNeeded()
    const byCookie = request.headers.authorization === undefined
    if (byCookie && !SAFE_METHODS.has(request.method) && !isSameOrigin(app, request))
      throw new CrossSiteRequest()
    if (access === 'signed-in') return
    const { roles } = request.actor
    if (!access.some((role) => roles.has(role))) throw new NotAllowed()
  })
}
