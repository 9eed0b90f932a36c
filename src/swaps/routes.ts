import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { acceptSwap } from './accept-swap.ts'
import { approveSwap, refuseSwap } from './approve-swap.ts'
import { counterSwap } from './counter-swap.ts'
import { declineSwap, withdrawSwap } from './end-swap.ts'
import { proposeSwap } from './propose-swap.ts'
import { readSwap, readSwaps, VIEWS } from './read-swaps.ts'
import { NewCounter, NewSwap, OnBehalf, Refusal, SwapReply } from './schemas.ts'
import { undoSwap } from './undo-swap.ts'

const SwapParams = Type.Object({ swapId: Id })

const proposingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/swaps', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMySwaps',
      summary: 'Swaps and covers I was asked for, I have offered, or I may approve; newest first',
      tags: ['Me'],
      querystring: Type.Object({ view: OneOf(VIEWS), ...PageQuery }),
      response: { 200: Page(SwapReply), ...problems(400, 401) }
    },
    handler: async (request) => readSwaps(request.ctx, request.query)
  })

  app.post('/swaps', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'proposeSwap',
      summary: 'Propose a swap or a cover to one or several people; the first yes wins',
      tags: ['Swaps'],
      body: NewSwap,
      response: { 201: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => reply.code(201).send(await proposeSwap(request.ctx, request.body))
  })

  app.get('/swaps/:swapId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readSwap',
      summary: 'One swap or cover',
      tags: ['Swaps'],
      params: SwapParams,
      response: { 200: SwapReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => readSwap(request.ctx.db, request.ctx, request.params.swapId.toLowerCase())
  })

  app.post('/swaps/:swapId/counter-proposal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'counterSwap',
      summary: 'Say no to a swap or cover, and propose another one in return',
      tags: ['Swaps'],
      params: SwapParams,
      body: NewCounter,
      response: { 201: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await counterSwap(request.ctx, request.params.swapId.toLowerCase(), request.body))
  })
}

const answeringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/swaps/:swapId/acceptance', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'acceptSwap',
      summary: 'Accept a swap or cover you were asked for',
      tags: ['Swaps'],
      params: SwapParams,
      body: OnBehalf,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      acceptSwap(request.ctx, request.params.swapId.toLowerCase(), request.body ?? {})
  })

  app.post('/swaps/:swapId/decline', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'declineSwap',
      summary: 'Decline a swap or cover you were asked for',
      tags: ['Swaps'],
      params: SwapParams,
      body: OnBehalf,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      declineSwap(request.ctx, request.params.swapId.toLowerCase(), request.body ?? {})
  })

  app.post('/swaps/:swapId/withdrawal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'withdrawSwap',
      summary: 'Take back a proposal that nobody has accepted yet',
      tags: ['Swaps'],
      params: SwapParams,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => withdrawSwap(request.ctx, request.params.swapId.toLowerCase())
  })

  app.post('/swaps/:swapId/undo', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'undoSwap',
      summary: 'Undo a swap, cover or taken seat while its window is open',
      tags: ['Swaps'],
      params: SwapParams,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => undoSwap(request.ctx, request.params.swapId.toLowerCase())
  })
}

const approvingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/swaps/:swapId/approval', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'approveSwap',
      summary: 'Approve what two people have agreed on, where the rotation asks for it',
      tags: ['Swaps'],
      params: SwapParams,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => approveSwap(request.ctx, request.params.swapId.toLowerCase())
  })

  app.post('/swaps/:swapId/refusal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'refuseSwap',
      summary: 'Refuse what two people have agreed on',
      tags: ['Swaps'],
      params: SwapParams,
      body: Refusal,
      response: { 200: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => refuseSwap(request.ctx, request.params.swapId.toLowerCase(), request.body)
  })
}

export const swapRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(proposingRoutes)
  await app.register(answeringRoutes)
  await app.register(approvingRoutes)
}
