import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { ABSENCE_KINDS } from '../words.ts'
import { deleteMyAbsence, noteAbsence, readMyAbsences } from './my-absences.ts'
import { readMyUnavailableHours, replaceMyUnavailableHours } from './my-unavailable-hours.ts'
import { reportSick } from './report-away.ts'
import { Absence, AwayReport, ShiftsInTheWay, SpanFields, WeeklySlot } from './schemas.ts'

const absencesRoutes: FastifyPluginAsyncTypebox = async (app) => {
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
        'Either from `startsAt` until before `endsAt`, or on the local days `fromOn` to `lastOn`, both included and half of them if you say so. 400 days at most. Nobody but you ever sees the kind. Published shifts in the way are told to you and your leads.',
      tags: ['Me'],
      body: Body({ ...SpanFields, kind: OneOf(ABSENCE_KINDS) }),
      response: {
        201: Type.Object({ ...Absence.properties, shiftsInTheWay: ShiftsInTheWay }),
        ...problems(400, 401, 403, 409, 422)
      }
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
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await deleteMyAbsence(request.ctx, request.params.absenceId)
      return reply.code(204).send(null)
    }
  })
}

const todayRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/sick-days', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'reportSick',
      summary: 'I am ill today',
      description:
        'Your seats on today’s shifts that have not begun open at once; leads, hosts on the shift and the five who fit best are told that a seat is open, not why. `lastOn`: the last day you are ill, if you know it.',
      tags: ['Me'],
      body: Body({ lastOn: Type.Optional(LocalDateText) }),
      response: { 201: AwayReport, ...problems(400, 401, 403, 404, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await reportSick(request.ctx, request.body))
  })

  app.get('/me/unavailable-hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyUnavailableHours',
      summary: 'Hours of every week in which I cannot be on a shift',
      tags: ['Me'],
      response: { 200: Type.Object({ items: Type.Array(WeeklySlot) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await readMyUnavailableHours(request.ctx) })
  })

  app.put('/me/unavailable-hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'replaceMyUnavailableHours',
      summary: 'Replace the hours of every week in which I cannot be on a shift',
      description: 'By your own clock, summer and winter. An end at or before the start is on the next day.',
      tags: ['Me'],
      body: Body({ hours: Type.Array(WeeklySlot, { maxItems: 50 }) }),
      response: {
        200: Type.Object({ items: Type.Array(WeeklySlot) }),
        ...problems(400, 401, 403, 422)
      }
    },
    handler: async (request) => ({
      items: await replaceMyUnavailableHours(request.ctx, request.body.hours)
    })
  })
}

export const absenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(absencesRoutes)
  await app.register(todayRoutes)
}
