import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Instant, Nullable, NullableInstant } from '../lib/schema.ts'
import { readMyCalendar, subscribeToCalendar, unsubscribeFromCalendar } from './feed/my-calendar.ts'

const Calendar = Type.Object({
  server: Type.String({ description: 'The address itself is a secret and not shown again.' }),
  createdAt: Instant,
  triedAt: NullableInstant,
  readAt: NullableInstant,
  failure: Nullable(Type.String({ description: 'Why the last reading failed.' })),
  busySpans: Type.Integer({ description: 'Busy times to come that we hold: when, and nothing else.' })
})

export const calendarRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/calendar', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyCalendar',
      summary: 'The calendar I subscribe to',
      tags: ['Me'],
      response: { 200: Calendar, ...problems(401, 404) }
    },
    handler: async (request) => readMyCalendar(request.ctx)
  })

  app.put('/me/calendar', {
    config: { access: 'signed-in', rateLimit: { max: 10, timeWindow: '1 minute' } },
    schema: {
      operationId: 'subscribeToCalendar',
      summary: 'Take my busy times from a calendar of mine',
      description:
        'The secret iCal address of your calendar (https or webcal). It is read now and every hour, for when you are busy; titles and everything else are never kept. You get no shift then, and a published shift in the way is told to you and your leads.',
      tags: ['Me'],
      body: Body({ address: Type.String({ minLength: 10, maxLength: 2000 }) }),
      response: { 200: Calendar, ...problems(400, 401, 403, 422, 429) }
    },
    handler: async (request) => subscribeToCalendar(request.ctx, request.body.address)
  })

  app.delete('/me/calendar', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'unsubscribeFromCalendar',
      summary: 'End the subscription and forget what it said',
      tags: ['Me'],
      response: { 204: Type.Null(), ...problems(401, 403, 404) }
    },
    handler: async (request, reply) => {
      await unsubscribeFromCalendar(request.ctx)
      return reply.code(204).send(null)
    }
  })
}
