import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText, Nullable, Words } from '../lib/schema.ts'
import { addCompanyDay, deleteCompanyDay, readCompanyDays } from './company-days.ts'

const Country = Type.String({ pattern: '^[A-Z]{2}$', examples: ['NO'] })
const Region = Type.String({ pattern: '^[A-Z0-9]{1,3}$', examples: ['BY'] })

const CompanyDay = Type.Object({
  id: Id,
  onDay: LocalDateText,
  name: Type.String(),
  country: Nullable(Country),
  region: Nullable(Region)
})

export const companyDayRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/company-days', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listCompanyDays',
      summary: 'The company’s own days off, beside public holidays',
      tags: ['Absences'],
      querystring: Type.Object({ fromOn: LocalDateText, toOn: LocalDateText }),
      response: { 200: Type.Object({ items: Type.Array(CompanyDay) }), ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await readCompanyDays(request.ctx, request.query) })
  })

  app.post('/company-days', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'addCompanyDay',
      summary: 'Add a day off: for everybody, for a country, or for a region of one',
      description: 'Plans to come keep it like a public holiday. What is published already stays promised.',
      tags: ['Absences'],
      body: Body({
        onDay: LocalDateText,
        name: Words(100),
        country: Type.Optional(Country),
        region: Type.Optional(Region)
      }),
      response: {
        201: Type.Object({
          ...CompanyDay.properties,
          seatsPromised: Type.Integer({
            description: 'Published seats of its people on that day. Publish the day anew to give it to them.'
          })
        }),
        ...problems(400, 401, 403, 409, 422)
      }
    },
    handler: async (request, reply) => reply.code(201).send(await addCompanyDay(request.ctx, request.body))
  })

  app.delete('/company-days/:companyDayId', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'deleteCompanyDay',
      summary: 'Delete a day off',
      tags: ['Absences'],
      params: Type.Object({ companyDayId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await deleteCompanyDay(request.ctx, request.params.companyDayId)
      return reply.code(204).send(null)
    }
  })
}
