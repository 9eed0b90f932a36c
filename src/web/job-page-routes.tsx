import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readJobs } from '../jobs/read-jobs.ts'
import { requestRun } from '../jobs/request-run.ts'
import { Body } from '../lib/schema.ts'
import { readerFor, sendPage } from './page.ts'
import { JobsPage } from './pages/settings/jobs-page.tsx'
import { jobTexts } from './texts/jobs.ts'

const config = { access: ['admin'] as const }

/** What runs by itself, for administrators. */
export const jobPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ told: Type.Optional(Type.Literal('asked')) })
  app.get('/settings/jobs', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(jobTexts)
    const told = request.query.told && texts[request.query.told]
    const content = <JobsPage jobs={await readJobs(request.ctx)} reader={reader} told={told} />
    return sendPage(request, reply, { title: texts.title, content })
  })

  const params = Type.Object({ name: Type.String({ maxLength: 100 }) })
  app.post(
    '/settings/jobs/:name',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await requestRun(request.ctx, request.params.name)
      return reply.redirect('/settings/jobs?told=asked', 303)
    }
  )
}
