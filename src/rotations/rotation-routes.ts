import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Page, PageQuery } from '../lib/schema.ts'
import { previewRotation } from './preview-rotation.ts'
import { changeRotation, createRotation, readRotation, readRotations } from './rotations.ts'
import { PeriodFields, PreviewReply, RotationProperties, RotationReply } from './schemas.ts'

const RotationParams = Type.Object({ rotationId: Id })

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/rotations', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listRotations',
      summary: 'The rotations, by name',
      tags: ['Rotations'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(RotationReply), ...problems(400, 401) }
    },
    handler: async (request) => readRotations(request.ctx, request.query)
  })

  app.get('/rotations/:rotationId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readRotation',
      summary: 'One rotation',
      tags: ['Rotations'],
      params: RotationParams,
      response: { 200: RotationReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => readRotation(request.ctx.db, request.params.rotationId)
  })

  app.get('/rotations/:rotationId/preview', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'previewRotation',
      summary: 'The shifts a rotation would have on some days; writes nothing',
      tags: ['Rotations'],
      params: RotationParams,
      querystring: Type.Object(PeriodFields),
      response: { 200: PreviewReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => previewRotation(request.ctx, request.params.rotationId, request.query)
  })
}

/** What a new rotation may leave out. */
const DEFAULTS = {
  eligibleTeamIds: null,
  eligibleLevels: null,
  validTo: null,
  leadTimeDays: 14,
  spacingDays: 14,
  swapsNeedApproval: false,
  undoMinutes: 30,
  preparationMinutes: 0,
  countsFixIt: false,
  fixItMinutes: 120,
  queueUrl: null,
  slackChannelId: null,
  slackLocale: 'en' as const
}

const { eligibleTeamIds, eligibleLevels, validTo, leadTimeDays, spacingDays, ...others } = RotationProperties
const { swapsNeedApproval, undoMinutes, preparationMinutes, countsFixIt, fixItMinutes, ...places } = others
const { queueUrl, slackChannelId, slackLocale, ...needed } = places

const NewRotation = Body({
  ...needed,
  eligibleTeamIds: Type.Optional(eligibleTeamIds),
  eligibleLevels: Type.Optional(eligibleLevels),
  validTo: Type.Optional(validTo),
  leadTimeDays: Type.Optional(leadTimeDays),
  spacingDays: Type.Optional(spacingDays),
  swapsNeedApproval: Type.Optional(swapsNeedApproval),
  undoMinutes: Type.Optional(undoMinutes),
  preparationMinutes: Type.Optional(preparationMinutes),
  countsFixIt: Type.Optional(countsFixIt),
  fixItMinutes: Type.Optional(fixItMinutes),
  queueUrl: Type.Optional(queueUrl),
  slackChannelId: Type.Optional(slackChannelId),
  slackLocale: Type.Optional(slackLocale)
})

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rotations', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'createRotation',
      summary: 'Set up a rotation',
      tags: ['Rotations'],
      body: NewRotation,
      response: { 201: RotationReply, ...problems(400, 401, 403, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await createRotation(request.ctx, { ...DEFAULTS, ...request.body }))
  })

  app.patch('/rotations/:rotationId', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'changeRotation',
      summary: 'Change a rotation; what is published stays until the next publication',
      tags: ['Rotations'],
      params: RotationParams,
      body: Type.Partial(Body(RotationProperties), { additionalProperties: false }),
      response: { 200: RotationReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => changeRotation(request.ctx, request.params.rotationId, request.body)
  })
}

export const rotationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
