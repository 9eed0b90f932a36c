import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { answerCase, countCases, takeBackCase } from './answer-cases.ts'
import { CSAT_COLUMNS } from './csv/columns.ts'
import { importCsat } from './import-csat.ts'
import { readMyCases } from './read-my-cases.ts'
import { AnsweredCase, CaseBody, CountsBody, Mood, MoodBody, MyAnswers, MyCases } from './schemas.ts'
import { tellMood } from './tell-mood.ts'

const Params = Type.Object({ shiftId: Id })

const caseRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/shifts/:shiftId/cases', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyCases',
      summary: 'What I said of the cases of a shift of mine, and how I felt after it',
      tags: ['Seasons'],
      params: Params,
      response: { 200: MyAnswers, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readMyCases(request.ctx, request.params.shiftId)
  })

  app.post('/shifts/:shiftId/cases', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'answerCase',
      summary: 'One tap: was this customer well served?',
      description: 'By the people of the shift, from its start until 14 days after its end.',
      tags: ['Seasons'],
      params: Params,
      body: CaseBody,
      response: { 201: AnsweredCase, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await answerCase(request.ctx, request.params.shiftId, request.body.servedWell))
  })

  app.delete('/cases/:caseId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'takeBackCase',
      summary: 'Take back a tap of mine',
      tags: ['Seasons'],
      params: Type.Object({ caseId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await takeBackCase(request.ctx, request.params.caseId)
      return reply.code(204).send(null)
    }
  })

  app.put('/shifts/:shiftId/case-counts', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'countCases',
      summary: 'All cases of my shift at once; they stand in for what I tapped',
      tags: ['Seasons'],
      params: Params,
      body: CountsBody,
      response: { 200: MyCases, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => countCases(request.ctx, request.params.shiftId, request.body)
  })

  app.post('/shifts/:shiftId/mood', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'tellMood',
      summary: 'One tap: how I feel after a shift of mine; a second tap replaces the first',
      description: 'Others only see means of five people or more.',
      tags: ['Seasons'],
      params: Params,
      body: MoodBody,
      response: { 200: Mood, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => tellMood(request.ctx, request.params.shiftId, request.body.mood)
  })
}

const columns = CSAT_COLUMNS.map(({ name, description }) => `- \`${name}\` (required): ${description}`)

/** No `type`: the bytes are read by the use case, which knows the line of every mistake. */
const CsvBytes = Type.Unsafe<Buffer>({
  description: 'UTF-8; the first line names the columns; `,` or `;` between.',
  examples: ['reference,answered_on,score\nCS-1041,2027-03-02,5\n']
})

const csatRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // In this plugin a body is CSV or refused; the use case wants the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post('/csat-imports', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'importCsat',
      summary: 'Import customers’ answers from CSV, without anything about who they are',
      description: `All or nothing. The same file a second time changes nothing. Columns:\n\n${columns.join('\n')}`,
      tags: ['Seasons'],
      consumes: ['text/csv'],
      querystring: Type.Object({
        dryRun: Type.Optional(Type.Boolean({ description: 'Say what would happen and write nothing.' }))
      }),
      body: { content: { 'text/csv': { schema: CsvBytes } } },
      response: {
        200: Type.Object({
          added: Type.Integer(),
          changed: Type.Integer({ description: 'Known by their reference, with another day or score.' }),
          unchanged: Type.Integer(),
          dryRun: Type.Boolean()
        }),
        ...problems(400, 401, 403, 413, 415, 422)
      }
    },
    handler: async (request) =>
      importCsat(request.ctx, (request.body as Buffer | undefined) ?? Buffer.alloc(0), request.query)
  })
}

export const servedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(caseRoutes)
  await app.register(csatRoutes)
}
