import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, LocalDateText, OneOf } from '../lib/schema.ts'
import { DAY_PARTS, WISH_LEVELS } from '../words.ts'
import { askWhatIf } from './ask-what-if.ts'

const Count = Type.Integer({ minimum: 0, maximum: 100 })

const Question = Body({
  rotationId: Id,
  employeeId: Type.Optional(Type.String({ format: 'uuid', description: 'Left out: you.' })),
  absence: Type.Optional(Body({ startsAt: InstantText, endsAt: InstantText })),
  quota: Type.Optional(
    Body({
      hours: Type.Integer({ minimum: 0, maximum: 400 }),
      weeks: Type.Integer({ minimum: 1, maximum: 52 })
    })
  ),
  wish: Type.Optional(
    Body({
      weekday: Type.Optional(Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1.' })),
      onDay: Type.Optional(LocalDateText),
      part: OneOf(DAY_PARTS),
      level: OneOf(WISH_LEVELS)
    })
  ),
  seats: Type.Optional(Body({ min: Count, desired: Count, max: Type.Integer({ minimum: 1, maximum: 100 }) }))
})

const Spans = Type.Array(Type.Object({ startsAt: Instant, endsAt: Instant }))
const BeforeAndAfter = Type.Object({ before: Type.Integer(), after: Type.Integer() })

const Answer = Type.Object({
  rotationId: Id,
  fromOn: Type.String({ format: 'date' }),
  toOn: Type.String({ format: 'date' }),
  employeeId: Id,
  person: Type.Object({ given: Spans, taken: Spans, kept: Type.Integer() }),
  others: Type.Object({ people: Type.Integer(), given: Type.Integer(), taken: Type.Integer() }),
  openSeats: BeforeAndAfter,
  seatsBelowMinimum: BeforeAndAfter
})

export const whatIfRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/what-if', {
    config: { access: 'signed-in', idempotency: 'beside', rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      operationId: 'askWhatIf',
      summary:
        'What would change if I were away, owed more or less, wished otherwise, or shifts had other seats',
      description:
        'What is published is repaired in memory as little as can be, by the facts as they are and as you suppose them to be. Nothing is written.',
      tags: ['Shifts'],
      body: Question,
      response: { 200: Answer, ...problems(400, 401, 403, 404, 409, 429) }
    },
    handler: async ({ ctx, body }) => askWhatIf(ctx, body)
  })
}
