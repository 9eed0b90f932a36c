import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { Db } from '../../db/client.ts'
import { cached } from '../lib/cached.ts'
import { defineError } from '../lib/errors.ts'
import { lookUpSecret } from '../sign-in/guesses.ts'
import { registerGauges } from './gauges.ts'
import { measurePlans } from './measure-plans.ts'
import { measureRequests } from './measure-requests.ts'
import { readFigures } from './read-figures.ts'

export const MetricsTokenNeeded = defineError(
  'METRICS_TOKEN_NEEDED',
  401,
  'Send the token of METRICS_TOKEN as `Authorization: Bearer …`.'
)

/** However many scrapers and replicas ask: the database is asked once in so long, by each process. */
const FRESH_MS = 5_000

export interface MetricsParts {
  /** Left out: there are no metrics, and nothing is measured. */
  metricsToken?: string | undefined
  db: Db
  now: () => Date
}

/**
 * Serves `/metrics` to whoever holds the token. Labels are words of ours and templates of routes: no names, no ids. Each
 * replica tells what it saw itself; what the database knows is the same on all of them.
 */
export function registerMetrics(app: FastifyInstance, { metricsToken, db, now }: MetricsParts): void {
  if (metricsToken === undefined) return
  const register = new Registry()
  collectDefaultMetrics({ register })
  measureRequests(app, register)
  measurePlans(app, register)
  const ctx = { db, now, actor: null, requestId: null }
  const readCached = cached(readFigures, { forMs: FRESH_MS, clock: () => performance.now() })
  registerGauges(register, { read: () => readCached(ctx), pool: (db as Db & { $client: Pool }).$client })
  const isToken = sameAs(`Bearer ${metricsToken}`)
  const config = { access: 'public', hasOwnSecret: true } as const
  app.get('/metrics', { config, schema: { hide: true } }, async (request, reply) => {
    const sent = request.headers.authorization ?? ''
    const isRight = await lookUpSecret(app, { request, reply }, sent, async () => isToken(sent) || null)
    if (!isRight) throw new MetricsTokenNeeded()
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** Takes as long whatever is wrong with the text. */
function sameAs(expected: string): (given: string) => boolean {
  const hashOf = (text: string) => createHash('sha256').update(text).digest()
  const right = hashOf(expected)
  return (given) => timingSafeEqual(hashOf(given), right)
}
