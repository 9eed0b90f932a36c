import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Page, PageQuery } from '../lib/schema.ts'
import { endControlMeasure, readControlMeasures, recordControlMeasure } from './control-measures.ts'
import { readMyViews } from './read-my-views.ts'
import { Measure, MeasureWords, View } from './schemas.ts'

export const privacyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/control-measures', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readControlMeasures',
      summary: 'The register of control measures: what single people are looked at for',
      description: 'Open to everybody, since it is about everybody.',
      tags: ['Privacy'],
      response: { 200: Type.Object({ items: Type.Array(Measure) }), ...problems(401) }
    },
    handler: async (request) => readControlMeasures(request.ctx)
  })

  app.post('/control-measures', {
    config: { access: ['hr'] },
    schema: {
      operationId: 'recordControlMeasure',
      summary: 'Record a purpose, its legal ground and whom of the employees’ representatives was consulted',
      description: 'From fromOn until before toOn, HR may look at single people’s participation for it.',
      tags: ['Privacy'],
      body: MeasureWords,
      response: { 201: Measure, ...problems(400, 401, 403, 422) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await recordControlMeasure(request.ctx, request.body))
  })

  app.post('/control-measures/:controlMeasureId/end', {
    config: { access: ['hr'] },
    schema: {
      operationId: 'endControlMeasure',
      summary: 'End a purpose before its time',
      tags: ['Privacy'],
      params: Type.Object({ controlMeasureId: Id }),
      response: { 200: Measure, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => endControlMeasure(request.ctx, request.params.controlMeasureId)
  })

  app.get('/me/views', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyViews',
      summary: 'Who looked at my hours and participation, when and what for; latest first',
      tags: ['Privacy'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(View), ...problems(400, 401) }
    },
    handler: async (request) => readMyViews(request.ctx, request.query)
  })
}
