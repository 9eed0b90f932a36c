import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { ABSENCE_COLUMNS } from './csv/columns.ts'
import { importAbsences } from './import-absences.ts'

const columns = ABSENCE_COLUMNS.map(
  ({ name, isRequired, description }) => `- \`${name}\`${isRequired ? ' (required)' : ''}: ${description}`
)

/** No `type`: the bytes are read by the use case, which knows the line of every mistake. */
const CsvBytes = Type.Unsafe<Buffer>({
  description: 'UTF-8; the first line names the columns; `,` or `;` between.',
  examples: ['email,from_on,last_on,kind\namara@example.com,2027-07-05,2027-07-23,leave\n']
})

export const absenceImportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // In this plugin a body is CSV or refused; the use case wants the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post('/absence-imports', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'importAbsences',
      summary: 'Import absences from CSV',
      description: `All or nothing. The same file a second time changes nothing. Days are those of each person’s own zone. Columns:\n\n${columns.join('\n')}`,
      tags: ['Absences'],
      consumes: ['text/csv'],
      querystring: Type.Object({
        dryRun: Type.Optional(Type.Boolean({ description: 'Say what would happen and write nothing.' }))
      }),
      body: { content: { 'text/csv': { schema: CsvBytes } } },
      response: {
        200: Type.Object({
          added: Type.Integer(),
          unchanged: Type.Integer({ description: 'Lines that say what is noted already.' }),
          people: Type.Integer({ description: 'People who get an absence.' }),
          shiftsInTheWay: Type.Integer({
            description: 'Published shifts that they are away for; they and their leads are told.'
          }),
          dryRun: Type.Boolean()
        }),
        ...problems(400, 401, 403, 413, 415, 422)
      }
    },
    handler: async (request) =>
      importAbsences(request.ctx, (request.body as Buffer | undefined) ?? Buffer.alloc(0), request.query)
  })
}
