import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Body, Id, Instant, LocalDateText, Nullable } from '../../lib/schema.ts'
import { listRates, setHourlyRate } from './hourly-rates.ts'

const wanted = {
  fromOn: LocalDateText,
  perHour: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'To the hundredth.' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', examples: ['NOK'] })
}
const Rate = Type.Object({ id: Id, ...wanted, enteredAt: Instant })

export const hourlyRateRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/hourly-rates', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listHourlyRates',
      summary: 'What an hour costs the company, by which waiting is priced',
      tags: ['Themes'],
      response: {
        200: Type.Object({
          items: Type.Array(
            Type.Object({
              ...Rate.properties,
              enteredBy: Nullable(Type.String()),
              isInForce: Type.Boolean({ description: 'No later entry for the same day replaces it.' })
            })
          )
        }),
        ...problems(401)
      }
    },
    handler: async (request) => ({ items: await listRates(request.ctx) })
  })

  app.post('/hourly-rates', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'setHourlyRate',
      summary: 'Set what an hour costs the company from a day on',
      description: 'Nothing is overwritten: of two rates for one day the one entered later counts.',
      tags: ['Themes'],
      body: Body(wanted),
      response: { 201: Rate, ...problems(400, 401, 403, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await setHourlyRate(request.ctx, request.body))
  })
}
