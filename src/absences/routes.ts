import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { ABSENCE_KINDS } from '../words.ts'
import { deleteMyAbsence, noteAbsence, readMyAbsences } from './my-absences.ts'

const Absence = Type.Object({ id: Id, startsAt: Instant, endsAt: Instant, kind: OneOf(ABSENCE_KINDS) })

export const absenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/absences', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMyAbsences',
      summary: 'When I am away, latest start first',
      tags: ['Me'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(Absence), ...problems(400, 401) }
    },
    handler: async (request) => readMyAbsences(request.ctx, request.query)
  })

  app.post('/me/absences', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'noteAbsence',
      summary: 'Note that I am away',
      description:
        'From `startsAt` until before `endsAt`, 400 days at most. Nobody but you ever sees the kind.',
      tags: ['Me'],
      body: Body({ startsAt: InstantText, endsAt: InstantText, kind: OneOf(ABSENCE_KINDS) }),
      response: { 201: Absence, ...problems(400, 401, 403, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await noteAbsence(request.ctx, request.body))
  })

  app.delete('/me/absences/:absenceId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'deleteMyAbsence',
      summary: 'Delete an absence of mine',
      tags: ['Me'],
      params: Type.Object({ absenceId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await deleteMyAbsence(request.ctx, request.params.absenceId)
      return reply.code(204).send(null)
    }
  })
}
