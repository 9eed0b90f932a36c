import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { attachEvidence, detachEvidence } from './attach-evidence.ts'
import { changeSeason } from './change-season.ts'
import { closeSeason } from './close-season.ts'
import { Closing } from './closing-schemas.ts'
import { declareSeason } from './declare-season.ts'
import { guessRoutes } from './guess-routes.ts'
import { readClosing } from './read-closing.ts'
import { readSeason, readSeasons } from './read-seasons.ts'
import { EvidenceBody, NewSeasonBody, Season, SeasonChangeBody } from './schemas.ts'
import { servedRoutes } from './served-routes.ts'

const Params = Type.Object({ seasonId: Id })

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/seasons', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listSeasons',
      summary: 'Every season with its charter, latest first',
      tags: ['Seasons'],
      response: { 200: Type.Object({ items: Type.Array(Season) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await readSeasons(request.ctx) })
  })

  app.get('/seasons/:seasonId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readSeason',
      summary: 'A season with its goals and what is attached to them',
      tags: ['Seasons'],
      params: Params,
      response: { 200: Season, ...problems(400, 401, 404) }
    },
    handler: async (request) => readSeason(request.ctx, request.params.seasonId)
  })

  app.get('/seasons/:seasonId/closing', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readClosing',
      summary: 'The closing page, written from data alone; of a season not closed, as it would be now',
      tags: ['Seasons'],
      params: Params,
      response: { 200: Closing, ...problems(400, 401, 404) }
    },
    handler: async (request) => readClosing(request.ctx, request.params.seasonId)
  })
}

const declaringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/seasons', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'declareSeason',
      summary: 'Declare a season and its charter; HR, administrators and executives',
      description: 'Leads and executives are told, so that they guess before it begins.',
      tags: ['Seasons'],
      body: NewSeasonBody,
      response: { 201: Season, ...problems(400, 401, 403, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await declareSeason(request.ctx, request.body))
  })

  app.patch('/seasons/:seasonId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'changeSeason',
      summary: 'Change a season that is not closed; HR, administrators and executives',
      description: 'Goals are the whole charter: those with an id stay, others are new, left out is dropped.',
      tags: ['Seasons'],
      params: Params,
      body: SeasonChangeBody,
      response: { 200: Season, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => changeSeason(request.ctx, request.params.seasonId, request.body)
  })

  app.post('/seasons/:seasonId/closing', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'closeSeason',
      summary: 'Close a season that is over and write its page; HR, administrators and executives',
      tags: ['Seasons'],
      params: Params,
      response: { 201: Closing, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await closeSeason(request.ctx, request.params.seasonId))
  })
}

const evidenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/goals/:goalId/evidence', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'attachEvidence',
      summary: 'Attach a learning, a theme or a finished fix to a goal',
      tags: ['Seasons'],
      params: Type.Object({ goalId: Id }),
      body: EvidenceBody,
      response: { 201: Type.Object({ id: Id }), ...problems(400, 401, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await attachEvidence(request.ctx, request.params.goalId, request.body))
  })

  app.delete('/goal-evidence/:evidenceId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'detachEvidence',
      summary: 'Detach what I attached, or, as HR, administrator or executive, what anybody did',
      tags: ['Seasons'],
      params: Type.Object({ evidenceId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await detachEvidence(request.ctx, request.params.evidenceId)
      return reply.code(204).send(null)
    }
  })
}

export const seasonRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(declaringRoutes)
  await app.register(evidenceRoutes)
  await app.register(guessRoutes)
  await app.register(servedRoutes)
}
