import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { makeGuess } from './make-guess.ts'
import { readGap } from './read-gap.ts'
import { readMyGuess } from './read-own-guess.ts'
import { Gap, GuessBody, OwnGuess } from './schemas.ts'

const Params = Type.Object({ seasonId: Id })

/** Leaders' guesses, and what came of them. */
export const guessRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/seasons/:seasonId/guess', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'makeGuess',
      summary: 'Guess before the season, as a lead or executive, or change my guess',
      description: 'Until the first day of the season begins by my clock. Nobody else reads it.',
      tags: ['Seasons'],
      params: Params,
      body: GuessBody,
      response: { 200: OwnGuess, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => makeGuess(request.ctx, request.params.seasonId, request.body)
  })

  app.get('/seasons/:seasonId/guess', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyGuess',
      summary: 'My own guess',
      tags: ['Seasons'],
      params: Params,
      response: { 200: OwnGuess, ...problems(400, 401, 404) }
    },
    handler: async (request) => readMyGuess(request.ctx, request.params.seasonId)
  })

  app.get('/seasons/:seasonId/gap', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readGap',
      summary: 'What leaders guessed against what was found',
      description: 'My own guess, and the median and spread of five or more leaders; never another’s guess.',
      tags: ['Seasons'],
      params: Params,
      response: { 200: Gap, ...problems(400, 401, 404) }
    },
    handler: async (request) => readGap(request.ctx, request.params.seasonId)
  })
}
