import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Instant, NullableInstant } from '../lib/schema.ts'
import { readJobs } from './read-jobs.ts'
import { requestRun } from './request-run.ts'

const Run = Type.Object({
  plannedAt: Instant,
  startedAt: Instant,
  finishedAt: NullableInstant,
  attempts: Type.Integer(),
  failure: Type.Union([Type.String(), Type.Null()])
})

const Job = Type.Object({
  name: Type.String({ examples: ['record-no-shows'] }),
  cron: Type.String({ examples: ['*/15 * * * *'] }),
  zone: Type.String({ examples: ['UTC'] }),
  nextAt: NullableInstant,
  waiting: Type.Integer({ description: 'Runs that fell due and are not finished' }),
  lateSeconds: Type.Integer({ description: 'Seconds since the oldest of them fell due' }),
  failedThisWeek: Type.Integer(),
  lastRun: Type.Union([Run, Type.Null()])
})

export const jobRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/jobs', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'listJobs',
      summary: 'What recurs: last run, next run, lateness and failures',
      tags: ['Operations'],
      response: { 200: Type.Object({ items: Type.Array(Job) }), ...problems(401, 403) }
    },
    handler: async (request) => ({ items: await readJobs(request.ctx) })
  })

  app.post('/jobs/:name/runs', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'requestJobRun',
      summary: 'Run a job out of turn; it begins within a minute',
      tags: ['Operations'],
      params: Type.Object({ name: Type.String({ maxLength: 100 }) }),
      response: {
        202: Type.Object({ job: Type.String(), plannedAt: Instant }),
        ...problems(400, 401, 403, 404)
      }
    },
    handler: async (request, reply) =>
      reply.code(202).send(await requestRun(request.ctx, request.params.name))
  })
}
