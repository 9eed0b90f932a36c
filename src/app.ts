import type { Writable } from 'node:stream'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import jwt from '@fastify/jwt'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { v7 } from 'uuid'
import type { Db } from '../db/client.ts'
import type { Listen } from '../db/listen.ts'
import { registerApiDocs } from './api-docs.ts'
import { registerRefusals } from './audit/record-refusals.ts'
import type { AnyContext, Context } from './context.ts'
import { registerFeatures } from './features.ts'
import { registerIdempotency } from './idempotency/register-idempotency.ts'
import { registerLeaving } from './leaving.ts'
import { logOptions } from './lib/log-options.ts'
import { namePlugins } from './lib/name-plugins.ts'
import type { Outbound } from './lib/outbound/outbound.ts'
import { registerProblems } from './lib/problem.ts'
import { buildSerializer, compileValidator } from './lib/schema-compilers.ts'
import { registerMetrics } from './metrics/register-metrics.ts'
import type { Post } from './notices/post.ts'
import { registerAccess } from './sign-in/access.ts'
import { cookiesFor } from './sign-in/cookies.ts'
import { countGuesses } from './sign-in/guesses.ts'
import { openProviders, type Providers } from './sign-in/oidc/providers.ts'
import type { SigningKey } from './sign-in/signing-key.ts'
import { CHECKS } from './sign-in/tokens.ts'
import type { Slack } from './slack/slack-api.ts'

export interface AppParts {
  db: Db
  /** The wall clock, or the one a test sets. */
  now: () => Date
  signingKey: SigningKey
  publicUrl: string
  /** Where people may prove who they are; left out: nowhere but here. */
  providers?: Providers
  /** Whether a link may sign somebody in that was asked for here; true when left out. */
  signInLinks?: boolean
  /** The ways messages go out at once, for links that somebody waits for; left out: none. */
  post?: Post
  /** Offers a page to sign in as anybody. Never on with a real company. */
  demo?: boolean
  trustProxy?: readonly string[]
  logLevel?: string
  /** Where log lines go; standard output when left out. */
  logTo?: Writable
  /** Tests fire thousands of requests from one address, or find out the limit with fewer. */
  rateLimits?: false | { perActor: number }
  /** Opens `/metrics` to whoever holds it; left out: nothing is measured. */
  metricsToken?: string | undefined
  /** How open pages hear of changes; left out: by looking. */
  listen?: Listen
  /** Tests serve other people's calendars themselves; nothing else sets it. */
  outbound?: Outbound
  /** Left out: no Slack, and its addresses do not exist. */
  slack?: Slack
}

/** Bytes a request body may have; the largest is an import of some 10,000 employees. */
const BODY_LIMIT = 4 * 1024 * 1024

/** How often idle connections are closed while the application closes. */
const IDLE_SWEEP_MS = 50

function decorateContext(app: FastifyInstance, { db, now, outbound, slack, post }: AppParts): void {
  const way = { ...(outbound && { outbound }), ...(slack && { slack }), ...(post && { post }) }
  app.decorateRequest('actor', null)
  app.decorateRequest('provisioner', null)
  app.decorateRequest('visitor', {
    getter(): AnyContext {
      const via = this.provisioner ? { via: 'scim' as const } : {}
      return { db: this.workingDb ?? db, now, actor: this.actor, requestId: this.id, ...via, ...way }
    }
  })
  app.decorateRequest('ctx', {
    getter(): Context {
      if (!this.actor) throw new Error('this route needs a signed-in actor but is declared public')
      return { db: this.workingDb ?? db, now, actor: this.actor, requestId: this.id, ...way }
    }
  })
}

/** A person or key may ask so often a minute, on each replica: ten times what a busy page of ours asks. */
const MOST_A_MINUTE = 600

/** A first synchronisation of thousands of people asks twice for each, as fast as it is answered. */
const TIMES_FOR_PROVISIONING = 10

/** Behind one address may sit a whole company; what nobody is signed in for costs little. */
const MOST_A_MINUTE_UNSIGNED = 3000

/**
 * Counts requests per signed-in person and per key, so that nobody is slowed down by a colleague behind the same address; the rest
 * per address, which is the client's own only where the proxy is named in the settings. Tighter limits stand beside their
 * routes. Who asks too often gets 429 with `Retry-After`.
 */
async function registerRateLimit(app: FastifyInstance, limits: false | { perActor: number }): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    hook: 'preHandler',
    timeWindow: '1 minute',
    max: ({ actor, provisioner }) => {
      if (limits === false) return 1_000_000
      if (provisioner) return limits.perActor * TIMES_FOR_PROVISIONING
      return actor ? limits.perActor : MOST_A_MINUTE_UNSIGNED
    },
    keyGenerator: ({ actor, provisioner, ip }) =>
      provisioner?.tokenId ?? actor?.keyId ?? actor?.employeeId ?? ip
  })
}

async function registerProtection(app: FastifyInstance, parts: AppParts): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"]
      }
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: parts.publicUrl.startsWith('https:')
  })
  // What is somebody's own is for no cache on the way; what everybody may keep says so itself.
  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'private, no-store')
  })
  app.decorate('guesses', parts.rateLimits === false ? null : countGuesses())
  await registerRateLimit(app, parts.rateLimits ?? { perActor: MOST_A_MINUTE })
  await app.register(cookie)
  app.decorate('houseCookies', cookiesFor(parts.publicUrl))
  await app.register(formbody, { bodyLimit: 64 * 1024 })
  const { privatePem, publicPem } = parts.signingKey
  app.decorate('signingKey', parts.signingKey)
  await app.register(jwt, {
    secret: { private: privatePem, public: publicPem },
    sign: { algorithm: 'EdDSA' },
    verify: CHECKS
  })
}

/** Kept-alive connections without a request would hold a closing server open until their clients let go. */
function closeIdleConnectionsOnClose(app: FastifyInstance): void {
  let sweep: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    sweep = setInterval(() => app.server.closeIdleConnections(), IDLE_SWEEP_MS)
  })
  app.addHook('onClose', async () => clearInterval(sweep))
}

/** Builds the application: plugins, sign-in, features, errors. It never listens and starts nothing. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => v7(),
    trustProxy: parts.trustProxy?.length ? [...parts.trustProxy] : false,
    logger: logOptions(parts.logLevel ?? 'silent', parts.logTo),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    // Whoever still comes while it closes is served like those before.
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildSerializer } }
  }).setValidatorCompiler(compileValidator)
  namePlugins(app)
  registerProblems(app)
  registerLeaving(app)
  decorateContext(app, parts)
  await registerProtection(app, parts)
  registerIdempotency(app, parts.db)
  await registerApiDocs(app)
  registerAccess(app)
  registerRefusals(app, parts.db)
  registerMetrics(app, parts)
  const { publicUrl, signingKey, signInLinks = true, demo = false, post, listen, slack } = parts
  await registerFeatures(app, {
    ...{ publicUrl, signingKey, signInLinks, demo },
    providers: parts.providers ?? openProviders([], () => {}),
    ...(post && { post }),
    ...(listen && { listen }),
    ...(slack && { slack })
  })
  closeIdleConnectionsOnClose(app)
  await app.ready()
  return app
}
