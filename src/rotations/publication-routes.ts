import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Page, PageQuery, Words } from '../lib/schema.ts'
import { publishDraft } from './publish-draft.ts'
import { readPublication, readPublications } from './read-publications.ts'
import { revertPublication } from './revert-publication.ts'
import { PublicationReply, PublicationSummary } from './schemas.ts'

const RotationParams = Type.Object({ rotationId: Id })
const PublicationParams = Type.Object({ publicationId: Id })

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/rotations/:rotationId/publications', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'listPublications',
      summary: 'Publications of a rotation, newest first',
      tags: ['Publications'],
      params: RotationParams,
      querystring: Type.Object(PageQuery),
      response: { 200: Page(PublicationSummary), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readPublications(request.ctx, request.params.rotationId, request.query)
  })

  app.get('/publications/:publicationId', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'readPublication',
      summary: 'A publication with what it gave and took',
      tags: ['Publications'],
      params: PublicationParams,
      response: { 200: PublicationReply, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readPublication(request.ctx, request.params.publicationId)
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rotations/:rotationId/publications', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'publishDraft',
      summary: 'Make a draft firm, all or nothing',
      description:
        'Every person touched gets one notice. Publishing a draft again answers 200 with the first publication. ' +
        'Refused with PUBLICATION_STALE when the draft breaks a hard rule by present facts, and with ' +
        'LEADERS_NOT_PLANNED while leaders who owe a shift have none in it, unless a reason is given.',
      tags: ['Publications'],
      params: RotationParams,
      body: Body({
        draftId: Id,
        leadersOverride: Type.Optional(
          Words(500, 'Why it goes ahead without leaders; they and everybody else can read it.')
        )
      }),
      response: { 200: PublicationReply, 201: PublicationReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async ({ ctx, params: { rotationId }, body }, reply) => {
      const { publicationId, isNew } = await publishDraft(ctx, { rotationId, ...body })
      return reply.code(isNew ? 201 : 200).send(await readPublication(ctx, publicationId))
    }
  })

  app.post('/publications/:publicationId/reversion', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'revertPublication',
      summary: 'Undo a publication as far as it lies ahead',
      tags: ['Publications'],
      params: PublicationParams,
      response: { 200: PublicationReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => {
      await revertPublication(request.ctx, request.params.publicationId)
      return readPublication(request.ctx, request.params.publicationId)
    }
  })
}

export const publicationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
