import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, InstantText, LocalDateText, Page, PageQuery } from '../lib/schema.ts'
import { readMyShifts } from './read-my-shifts.ts'
import { readNow } from './read-now.ts'
import { readShift, readShifts } from './read-shifts.ts'
import { MyShiftReply, OnSupportReply, ShiftReply } from './schemas.ts'

const myRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/shifts', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyShifts',
      summary: 'My shifts from now on, or in a span',
      tags: ['Me'],
      querystring: Type.Object({ from: Type.Optional(InstantText), to: Type.Optional(InstantText) }),
      response: { 200: Type.Object({ items: Type.Array(MyShiftReply) }), ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await readMyShifts(request.ctx, request.query) })
  })
}

const sharedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/shifts/now', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readNow',
      summary: 'Who is on support now, and who comes next',
      tags: ['Shifts'],
      response: { 200: Type.Object({ items: Type.Array(OnSupportReply) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await readNow(request.ctx) })
  })

  app.get('/shifts', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listShifts',
      summary: 'Shifts by start, with their people and open seats',
      tags: ['Shifts'],
      querystring: Type.Object({
        rotationId: Type.Optional(Id),
        fromOn: Type.Optional(LocalDateText),
        toOn: Type.Optional(LocalDateText),
        ...PageQuery
      }),
      response: { 200: Page(ShiftReply), ...problems(400, 401) }
    },
    handler: async (request) => readShifts(request.ctx, request.query)
  })

  app.get('/shifts/:shiftId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readShift',
      summary: 'One shift',
      tags: ['Shifts'],
      params: Type.Object({ shiftId: Id }),
      response: { 200: ShiftReply, ...problems(400, 401, 404) }
    },
    handler: async (request) => readShift(request.ctx, request.params.shiftId)
  })
}

export const shiftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(myRoutes)
  await app.register(sharedRoutes)
}
