import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, LocalDateText, Nullable, OneOf } from '../lib/schema.ts'
import { writeParticipationCsv } from './participation-csv.ts'
import { GROUPINGS, readParticipation } from './read-participation.ts'

const PERS = ['week', 'month'] as const

const Row = Type.Object({
  group: Type.String({ description: 'Team, level, ISO week (2027-W09) or month (2027-03).' }),
  groupId: Nullable(Id),
  people: Type.Integer(),
  dueMinutes: Type.Integer(),
  workedMinutes: Type.Integer(),
  creditedMinutes: Type.Integer(),
  carriedMinutes: Type.Integer(),
  waivedMinutes: Type.Integer(),
  balanceMinutes: Type.Integer({ description: 'Worked, credited, carried and waived minus due.' }),
  shifts: Type.Integer({
    description: 'Seats on shifts that are over, but those confirmed with no minutes.'
  }),
  tookPart: Type.Integer({ description: 'People with a shift or hours.' }),
  shareTookPart: Nullable(Type.Number()),
  learnings: Type.Integer(),
  nothingNew: Type.Integer(),
  learningsPerShift: Nullable(Type.Number())
})

const Participation = Type.Object({
  by: OneOf(GROUPINGS),
  per: Type.Optional(OneOf(PERS)),
  fromOn: LocalDateText,
  toOn: LocalDateText,
  rows: Type.Array(Row),
  totals: Nullable(Row),
  note: Type.String({ description: 'Whom the rows cover and what is not shown.' })
})

const Question = Type.Object({
  by: OneOf(GROUPINGS),
  per: Type.Optional(OneOf(PERS, 'With by=period; months unless said otherwise.')),
  fromOn: LocalDateText,
  toOn: LocalDateText
})

export const reportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/participation', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'readParticipation',
      summary: 'Who took part and how much, against what was due; leads see their own teams',
      tags: ['Reports'],
      querystring: Question,
      response: { 200: Participation, ...problems(400, 401, 403) }
    },
    handler: async (request) => readParticipation(request.ctx, request.query)
  })

  app.get('/participation.csv', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'downloadParticipation',
      summary: 'The same rows as CSV; adding up a column gives the sum of the ledger',
      tags: ['Reports'],
      querystring: Question,
      produces: ['text/csv'],
      response: {
        200: { content: { 'text/csv': { schema: Type.String() } } },
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) => {
      const { csv, fileName } = await writeParticipationCsv(request.ctx, request.query)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(csv)
    }
  })
}
