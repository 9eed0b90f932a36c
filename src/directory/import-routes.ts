import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { EMPLOYEE_COLUMNS } from './csv/columns.ts'
import { importEmployees } from './import-employees.ts'

const columns = EMPLOYEE_COLUMNS.map(
  ({ name, isRequired, description }) => `- \`${name}\`${isRequired ? ' (required)' : ''}: ${description}`
)

/** No `type`: the bytes are read by the use case, which knows the line of every mistake. */
const CsvBytes = Type.Unsafe<Buffer>({
  description:
    'UTF-8, with or without byte order mark; the first line names the columns; `,` or `;` between.',
  examples: [
    'name,email,team,time_zone,country,joined_on\nAmara Okafor,amara@example.com,Product,Europe/Oslo,NO,2024-08-19\n'
  ]
})

const Counts = {
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  reactivated: Type.Integer({ description: 'Deactivated people who are in the file again.' }),
  deactivated: Type.Integer(),
  teamsAdded: Type.Integer(),
  dryRun: Type.Boolean()
}
const People = Type.Array(Type.Object({ name: Type.String(), email: Type.String() }), { maxItems: 100 })

const ImportQuery = Type.Object({
  dryRun: Type.Optional(Type.Boolean({ description: 'Say what would happen and write nothing.' })),
  deactivateMissing: Type.Optional(
    Type.Boolean({ description: 'Deactivate people whom the file does not have, 10% at most.' })
  ),
  force: Type.Optional(Type.Boolean({ description: 'Deactivate also more than 10%.' }))
})

export const importRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // In this plugin a body is CSV or refused; the use case wants the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post('/imports', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'importEmployees',
      summary: 'Import employees from CSV',
      description: `All or nothing. The same file a second time changes nothing. Columns:\n\n${columns.join('\n')}`,
      tags: ['Employees'],
      consumes: ['text/csv'],
      querystring: ImportQuery,
      body: { content: { 'text/csv': { schema: CsvBytes } } },
      response: {
        200: Type.Object({ ...Counts, reactivatedPeople: People, deactivatedPeople: People }),
        ...problems(400, 401, 403, 409, 413, 415, 422)
      }
    },
    handler: async (request) =>
      importEmployees(request.ctx, (request.body as Buffer | undefined) ?? Buffer.alloc(0), request.query)
  })
}
