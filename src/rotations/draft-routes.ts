import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { PLANNING_MODES } from '../words.ts'
import { beginDraft } from './create-draft.ts'
import { discardDraft } from './discard-draft.ts'
import { explanationRoutes } from './explanation-routes.ts'
import { pinRoutes } from './pin-routes.ts'
import { readDraft, readDraftChanges, readDraftSummary, readDrafts } from './read-drafts.ts'
import { readLeadersFirstOfDraft } from './read-leaders-first.ts'
import { DraftChanges, DraftReply, DraftSummary, PeriodFields } from './schemas.ts'
import { stopPlanning } from './stop-planning.ts'
import { watchDraft } from './watch-draft.ts'

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

  app.get('/drafts/:draftId/leaders-first', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'readLeadersFirstOfDraft',
      summary: 'Leaders for whose sake the draft would be refused if it were published now',
      tags: ['Drafts'],
      params: DraftParams,
      response: {
        200: Type.Object({ leaders: Type.Array(Type.Object({ employeeId: Id, name: Type.String() })) }),
        ...problems(400, 401, 403, 404, 409)
      }
    },
    handler: async (request) => readLeadersFirstOfDraft(request.ctx, request.params.draftId)
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/rotations/:rotationId/drafts', {
    config: { access: ['hr', 'admin'], idempotency: 'beside' },
    schema: {
      operationId: 'createDraft',
      summary: 'Plan a period; nobody owes anything by a draft',
      tags: ['Drafts'],
      params: RotationParams,
      body: Body({
        ...PeriodFields,
        mode: Type.Optional(
          OneOf(PLANNING_MODES, 'repair: change as little as possible of what is published. Left out: plan.')
        ),
        pinsOf: Type.Optional({
          ...Id,
          description: 'A draft of this rotation whose pinned seats are kept.'
        }),
        seed: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 2_147_483_647,
            description: 'Same facts, same seed, same plan.'
          })
        )
      }),
      headers: Type.Object({
        prefer: Type.Optional(
          Type.String({ description: 'respond-async: answer 202 at once and plan on; watch the draft.' })
        )
      }),
      response: { 201: DraftReply, 202: DraftReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async ({ ctx, params, body, headers, log }, reply) => {
      const { draftId, planned } = await beginDraft(ctx, params.rotationId, body)
      const isAsync = headers.prefer?.includes('respond-async') === true
      // What goes wrong after the answer is kept with the draft.
      if (isAsync) planned.catch((err) => log.error({ err, draftId }, 'planning failed'))
      else await planned
      return reply
        .code(isAsync ? 202 : 201)
        .header('location', `/api/drafts/${draftId}`)
        .send(await readDraft(ctx, draftId))
    }
  })

  app.post('/drafts/:draftId/cancellation', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'stopPlanning',
      summary: 'Stop the planner; the best legal plan so far becomes the draft',
      tags: ['Drafts'],
      params: DraftParams,
      response: { 202: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await stopPlanning(request.ctx, request.params.draftId)
      return reply.code(202).send(null)
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

/** One server-sent event: a line of JSON under the name of its kind. */
const eventOf = (data: unknown) => `event: draft\ndata: ${JSON.stringify(data)}\n\n`

async function* events(summaries: AsyncIterable<unknown>) {
  for await (const summary of summaries) yield eventOf(summary)
}

const liveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/drafts/:draftId/events', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'watchDraft',
      summary: 'A draft in the making, as server-sent events, until the planner is done',
      tags: ['Drafts'],
      params: DraftParams,
      response: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: Type.String() } } },
        ...problems(400, 401, 403, 404)
      }
    },
    handler: async (request, reply) => {
      const { draftId } = request.params
      await readDraftSummary(request.ctx, draftId)
      const closed = new AbortController()
      reply.raw.once('close', () => closed.abort())
      const live = events(watchDraft(request.ctx, draftId, closed.signal))
      return reply.type('text/event-stream').header('cache-control', 'no-store').send(Readable.from(live))
    }
  })
}

export const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(liveRoutes)
  await app.register(readingRoutes)
  await app.register(explanationRoutes)
  await app.register(writingRoutes)
  await app.register(pinRoutes)
}
