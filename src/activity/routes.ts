import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, Nullable, OneOf, Words } from '../lib/schema.ts'
import { ACTIVITY_SOURCES } from '../words.ts'
import { FIELD_HELP, HELP_DESKS } from './csv/help-desks.ts'
import { importActivity } from './import-activity.ts'
import { takeActivity } from './take-activity.ts'

const tags = ['Help desk']

const Refused = Type.Object({
  line: Type.Integer({ description: 'Place in `reports`, from 1; in a file its line.' }),
  externalId: Nullable(Type.String()),
  reason: Type.String({ examples: ['no-shift'], description: 'Stable; programs may rely on it.' }),
  remedy: Type.String()
})

const Taken = {
  dryRun: Type.Boolean(),
  added: Type.Integer(),
  changed: Type.Integer({ description: 'Known by their id, and saying something else now.' }),
  unchanged: Type.Integer(),
  refusedCount: Type.Integer(),
  refused: Type.Array(Refused, { description: 'The first thousand, by line.' }),
  proposals: Type.Array(
    Type.Object({
      assignmentId: Id,
      employeeId: Id,
      minutes: Type.Integer(),
      workedFrom: Instant,
      workedTo: Instant,
      tickets: Type.Integer(),
      sources: Type.Array(OneOf(ACTIVITY_SOURCES))
    }),
    { description: 'What is proposed for the shifts touched, until the person confirms something.' }
  )
}

const Report = Body({
  externalId: Words(200, 'What your system calls it; sent again it is the same report.'),
  person: Words(320, 'E-mail address or id of the employee.'),
  from: InstantText,
  to: InstantText,
  tickets: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 }))
})

const reportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/integrations/activity', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'reportActivity',
      summary: 'Say what people did in the help desk: it proposes hours for their shifts, which they confirm',
      description:
        'Books nothing. Reports that overlap are one, silences of an hour at most are filled, and minutes come in steps of 5. What falls on no shift is refused, line by line; the rest is taken.',
      tags,
      body: Body({
        source: Type.Optional(OneOf(ACTIVITY_SOURCES, 'Default: other.')),
        reports: Type.Array(Report, { minItems: 1, maxItems: 1000 }),
        dryRun: Type.Optional(Type.Boolean({ description: 'Say what would happen and write nothing.' }))
      }),
      response: { 200: Type.Object(Taken), ...problems(400, 401, 403) }
    },
    handler: async ({ ctx, body: { source = 'other', reports, dryRun = false } }) => {
      const rows = reports.map(({ from, to, tickets = 0, ...report }, index) => ({
        ...{ ...report, line: index + 1, tickets },
        ...{ startsAt: new Date(from), endsAt: new Date(to) }
      }))
      return takeActivity(ctx, { source, reports: rows, dryRun })
    }
  })
}

/** No `type`: the bytes are read by the use case, which knows the line of every mistake. */
const CsvBytes = Type.Unsafe<Buffer>({
  description: 'UTF-8; the first line names the columns; `,` or `;` between.',
  examples: ['person,from,to\namara@example.com,2027-03-01 09:00,2027-03-01 11:30\n']
})

const fields = Object.entries(FIELD_HELP).map(([field, help]) => `- \`${field}\`: ${help}`)

const fileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // In this plugin a body is CSV or refused; the use case wants the bytes as they came.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post('/integrations/activity-imports', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'importActivity',
      summary: 'The same from a CSV export of Zendesk, Help Scout, Intercom or Kundo',
      description: `Columns we do not know are ignored. \`map\` names columns by hand: \`person=Agent e-mail,at=Replied at\`. Fields:\n\n${fields.join('\n')}`,
      tags,
      consumes: ['text/csv'],
      querystring: Type.Object({
        from: OneOf(HELP_DESKS),
        map: Type.Optional(Type.String({ maxLength: 1000 })),
        zone: Type.Optional(
          Type.String({ maxLength: 64, description: 'Of times without an offset. Default: UTC.' })
        ),
        dryRun: Type.Optional(Type.Boolean())
      }),
      body: { content: { 'text/csv': { schema: CsvBytes } } },
      response: {
        200: Type.Object({
          ...Taken,
          skipped: Type.Integer({ description: 'Lines of customers and robots.' })
        }),
        ...problems(400, 401, 403, 413, 415, 422)
      }
    },
    handler: async (request) =>
      importActivity(request.ctx, (request.body as Buffer | undefined) ?? Buffer.alloc(0), request.query)
  })
}

export const activityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(reportRoutes)
  await app.register(fileRoutes)
}
