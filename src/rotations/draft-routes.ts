import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Page, PageQuery } from '../lib/schema.ts'
import { createDraft } from './create-draft.ts'
import { discardDraft } from './discard-draft.ts'
import { readDraft, readDraftChanges, readDrafts } from './read-drafts.ts'
import { DraftChanges, DraftReply, DraftSummary, PeriodFields } from './schemas.ts'

const RotationParams = Type.Object({ rotationId: Id })
const DraftParams = Type.Object({ draftId: Id })

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/rotations/:rotationId/drafts', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'listDrafts',
      summary: 'Drafts of a rotation, newest first',
      tags: ['Drafts'],
      params: RotationParams,
      querystring: Type.Object(PageQuery),
      response: { 200: Page(DraftSummary), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readDrafts(request.ctx, request.params.rotationId, request.query)
  })

  app.get('/drafts/:draftId', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'readDraft',
      summary: 'A draft with its shifts, who would sit on them and why',
      tags: ['Drafts'],
      params: DraftParams,
      response: { 200: DraftReply, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readDraft(request.ctx, request.params.draftId)
  })

  app.get('/drafts/:draftId/changes', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'readDraftChanges',
      summary: 'What publishing a draft would give, take and leave, per person',
      tags: ['Drafts'],
      params: DraftParams,
      response: { 200: DraftChanges, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readDraftChanges(request.ctx, request.params.draftId)
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rotations/:rotationId/drafts', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'createDraft',
      summary: 'Plan a period; nobody owes anything by a draft',
      tags: ['Drafts'],
      params: RotationParams,
      body: Body({
        ...PeriodFields,
        seed: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 2_147_483_647,
            description: 'Same facts, same seed, same plan.'
          })
        )
      }),
      response: { 201: DraftReply, ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      const draftId = await createDraft(request.ctx, request.params.rotationId, request.body)
      return reply.code(201).send(await readDraft(request.ctx, draftId))
    }
  })

  app.delete('/drafts/:draftId', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'discardDraft',
      summary: 'Throw a draft away',
      tags: ['Drafts'],
      params: DraftParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await discardDraft(request.ctx, request.params.draftId)
      return reply.code(204).send(null)
    }
  })
}

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
