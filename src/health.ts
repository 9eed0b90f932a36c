import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isDatabaseReady } from '../db/ready.ts'
import type { AnyContext } from './context.ts'
import { readJobs } from './jobs/read-jobs.ts'
import { cached } from './lib/cached.ts'
import { readCanary } from './notices/canary/read-canary.ts'
import { countHeld } from './scim/leavers/decide-held.ts'

const Health = Type.Object({ status: Type.String() })

/** Parts of the house that may be late while people are served all the same; leavers: some wait for an administrator. */
const PARTS = ['jobs', 'delivery', 'leavers', 'unknown'] as const
type Part = (typeof PARTS)[number]

const Readiness = Type.Object({
  status: Type.String({ examples: ['ready', 'degraded'] }),
  degraded: Type.Optional(Type.Array(Type.Union(PARTS.map((part) => Type.Literal(part)))))
})

/** A run so late has missed several looks of every replica. */
const JOBS_LATE_SECONDS = 15 * 60
/** Load balancers ask every few seconds, on every replica. */
const FRESH_MS = 10_000

async function readDegraded(ctx: AnyContext): Promise<Part[]> {
  const jobs = await readJobs(ctx)
  const areJobsLate = jobs.some(({ lateSeconds }) => lateSeconds > JOBS_LATE_SECONDS)
  const { isLate } = await readCanary(ctx)
  const held = await countHeld(ctx)
  const isWrong: Record<Exclude<Part, 'unknown'>, boolean> = {
    jobs: areJobsLate,
    delivery: isLate,
    leavers: held.people > 0
  }
  return PARTS.filter((part) => part !== 'unknown' && isWrong[part])
}

/**
 * For load balancers: alive means the process answers, ready means the database does too and it is not about to stop. What is
 * late (jobs, delivery of notices, a decision about held leavers) turns readiness amber and not red: it still answers 200, for
 * every other replica would be as late, and one taken
 * out for it could neither serve people nor catch up.
 */
export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/healthz', {
    config: { access: 'public' },
    schema: {
      operationId: 'readHealth',
      summary: 'Is the process alive?',
      tags: ['Health'],
      security: [],
      response: { 200: Health }
    },
    handler: async () => ({ status: 'alive' })
  })

  const degradedNow = cached((ctx: AnyContext) => readDegraded(ctx).catch((): Part[] => ['unknown']), {
    forMs: FRESH_MS,
    clock: ({ now }) => now().getTime()
  })
  app.get('/readyz', {
    config: { access: 'public' },
    schema: {
      operationId: 'readReadiness',
      summary: 'Can it serve people, database included?',
      description:
        '503 where the database does not answer, and on a replica that is about to stop. Late jobs, late delivery and leavers whom nobody has decided about are named in `degraded`, with 200: taking a replica out would mend neither.',
      tags: ['Health'],
      security: [],
      response: { 200: Readiness, 503: Health }
    },
    handler: async (request, reply) => {
      if (app.leaving.hasBegun) return reply.code(503).send({ status: 'leaving' })
      if (!(await isDatabaseReady(request.visitor.db)))
        return reply.code(503).send({ status: 'database does not answer' })
      const degraded = await degradedNow(request.visitor)
      return degraded.length > 0 ? { status: 'degraded', degraded } : { status: 'ready' }
    }
  })
}
