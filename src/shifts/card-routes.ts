import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { CardBody, HandoverBody, LeftHandover, RotationCardReply, ShiftCardReply } from './card-schemas.ts'
import { leaveHandover, takeHandoverBack } from './leave-handover.ts'
import { readRotationCard, readShiftCard } from './read-card.ts'
import { writeRotationCard, writeShiftCard } from './write-card.ts'

const config = { access: 'signed-in' } as const
const tags = ['Shifts']
const ofRotation = Type.Object({ rotationId: Id })
const ofShift = Type.Object({ shiftId: Id })

const cards: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/rotations/:rotationId/card', {
    config,
    schema: {
      operationId: 'readRotationCard',
      summary: 'The card that all shifts of a rotation share',
      tags,
      params: ofRotation,
      response: { 200: RotationCardReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => readRotationCard(request.ctx, request.params.rotationId.toLowerCase())
  })

  app.put('/rotations/:rotationId/card', {
    config,
    schema: {
      operationId: 'writeRotationCard',
      summary: 'Write it; hosts, leads and administrators',
      tags,
      params: ofRotation,
      body: CardBody,
      response: { 200: RotationCardReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      writeRotationCard(request.ctx, request.params.rotationId.toLowerCase(), request.body)
  })

  app.get('/shifts/:shiftId/card', {
    config,
    schema: {
      operationId: 'readShiftCard',
      summary: 'What the people of a shift should know and do, with the notes of those before',
      tags,
      params: ofShift,
      response: { 200: ShiftCardReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => readShiftCard(request.ctx, request.params.shiftId.toLowerCase())
  })

  app.put('/shifts/:shiftId/card', {
    config,
    schema: {
      operationId: 'writeShiftCard',
      summary: 'Write what one shift has instead; hosts, leads and administrators',
      description:
        'What is left out is as on the rotation’s card. Within a day of the shift its people are told.',
      tags,
      params: ofShift,
      body: CardBody,
      response: { 200: ShiftCardReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      writeShiftCard(request.ctx, request.params.shiftId.toLowerCase(), request.body)
  })
}

const handovers: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/shifts/:shiftId/handover', {
    config,
    schema: {
      operationId: 'leaveHandover',
      summary: 'Leave a note for the next shift, or change mine',
      description: 'From the start of a shift of mine until a day after its end.',
      tags,
      params: ofShift,
      body: HandoverBody,
      response: { 200: LeftHandover, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      leaveHandover(request.ctx, request.params.shiftId.toLowerCase(), request.body.note)
  })

  app.delete('/shifts/:shiftId/handover', {
    config,
    schema: {
      operationId: 'takeHandoverBack',
      summary: 'Take my note back',
      tags,
      params: ofShift,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await takeHandoverBack(request.ctx, request.params.shiftId.toLowerCase())
      return reply.code(204).send(null)
    }
  })
}

export const cardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(cards)
  await app.register(handovers)
}
