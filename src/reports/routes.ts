import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CsvReply, sendCsv } from '../lib/csv-reply.ts'
import { problems } from '../lib/problem.ts'
import { writeParticipationCsv } from './participation-csv.ts'
import { writeParticipationXlsx } from './participation-xlsx.ts'
import { readParticipation } from './read-participation.ts'
import { readMyParticipation, readPeople } from './read-people.ts'
import { MyParticipation, MyQuestion, People, PeopleQuestion, Question, Report } from './schemas.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const reportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/participation', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'readParticipation',
      summary: 'Who took part and how much, against what was due; leads see their own teams',
      tags: ['Reports'],
      querystring: Question,
      response: { 200: Report, ...problems(400, 401, 403) }
    },
    handler: async (request) => readParticipation(request.ctx, request.query)
  })

  app.get('/participation.csv', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'downloadParticipation',
      summary: 'The same rows as CSV, without the totals',
      description:
        'Minutes worked, credited, carried and waived add up to the sums of the ledger; what is due is rounded in each piece of time.',
      tags: ['Reports'],
      querystring: Question,
      produces: ['text/csv'],
      response: {
        ...CsvReply,
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) => sendCsv(reply, await writeParticipationCsv(request.ctx, request.query))
  })

  app.get('/participation.xlsx', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'downloadParticipationWorkbook',
      summary: 'The same rows as an Excel workbook with typed cells and no formulas',
      tags: ['Reports'],
      querystring: Question,
      produces: [XLSX],
      response: {
        200: { content: { [XLSX]: { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } } },
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) => {
      const { xlsx, fileName } = await writeParticipationXlsx(request.ctx, request.query)
      return reply.type(XLSX).header('content-disposition', `attachment; filename="${fileName}"`).send(xlsx)
    }
  })

  app.get('/participation/people', {
    config: { access: ['hr', 'lead'] },
    schema: {
      operationId: 'readParticipationOfPeople',
      summary: 'Single people: leads see those of their teams, HR everybody for a recorded purpose',
      description:
        'HR names the entry in the register of control measures. Everybody shown can see who looked, when and what for.',
      tags: ['Reports'],
      querystring: PeopleQuestion,
      response: { 200: People, ...problems(400, 401, 403) }
    },
    handler: async (request) => readPeople(request.ctx, request.query)
  })

  app.get('/me/participation', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyParticipation',
      summary: 'The same of myself',
      tags: ['Reports'],
      querystring: MyQuestion,
      response: { 200: MyParticipation, ...problems(400, 401) }
    },
    handler: async (request) => readMyParticipation(request.ctx, request.query)
  })
}
