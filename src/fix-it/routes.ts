import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, Nullable, NullableInstant, OneOf, Words } from '../lib/schema.ts'
import { FIX_IT_KINDS } from '../words.ts'
import { completeFixIt, giveUpFixIt, readMyFixIts } from './complete-fix-it.ts'
import { reserveFixIt } from './reserve-fix-it.ts'

const FixIt = {
  id: Id,
  assignmentId: Id,
  shiftId: Id,
  learning: Type.Object({ id: Id, triedTo: Type.String(), obstacle: Type.String() }),
  kind: OneOf(FIX_IT_KINDS, 'One repair, or one written page.'),
  startsAt: Instant,
  endsAt: Instant,
  doneAt: NullableInstant,
  outcome: Nullable(Type.String())
}

const Params = Type.Object({ fixItId: Id })

export const fixItRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/fix-its', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMyFixIts',
      summary: 'My fix-it blocks, latest first',
      tags: ['Fix-it time'],
      response: { 200: Type.Object({ items: Type.Array(Type.Object(FixIt)) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await readMyFixIts(request.ctx) })
  })

  app.post('/assignments/:assignmentId/fix-it', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'reserveFixIt',
      summary: 'Keep time free after a shift to fix what a learning of it says',
      description:
        'As long as the rotation says (two hours by default), within five working days after the shift. Nothing is planned in it.',
      tags: ['Fix-it time'],
      params: Type.Object({ assignmentId: Id }),
      body: Body({ startsAt: InstantText, learningId: Id, kind: OneOf(FIX_IT_KINDS) }),
      response: { 201: Type.Object(FixIt), ...problems(400, 401, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await reserveFixIt(request.ctx, request.params.assignmentId, request.body))
  })

  app.post('/fix-its/:fixItId/completion', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'completeFixIt',
      summary: 'Say what was repaired or written; the time goes into the ledger',
      tags: ['Fix-it time'],
      params: Params,
      body: Body({ outcome: Words(500, 'What was repaired or written, with a link if there is one.') }),
      response: { 200: Type.Object({ ...FixIt, entryId: Id }), ...problems(400, 401, 404, 409) }
    },
    handler: async ({ ctx, params, body }) => completeFixIt(ctx, params.fixItId, body.outcome)
  })

  app.delete('/fix-its/:fixItId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'giveUpFixIt',
      summary: 'Give up a block that is not done',
      tags: ['Fix-it time'],
      params: Params,
      response: { 204: Type.Null(), ...problems(400, 401, 404, 409) }
    },
    handler: async (request, reply) => {
      await giveUpFixIt(request.ctx, request.params.fixItId)
      return reply.code(204).send(null)
    }
  })
}
