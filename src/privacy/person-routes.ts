import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, Nullable, OneOf, Words } from '../lib/schema.ts'
import { RETENTION_KINDS } from '../words.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { readRetention, setRetention } from './retention.ts'
import { View } from './schemas.ts'

const Params = Type.Object({ employeeId: Id })
const Row = Type.Record(Type.String(), Type.Unknown())

const Export = Type.Object({
  format: Type.Literal('lyttepost-person/1'),
  exportedAt: Instant,
  employee: Row,
  views: Type.Array(View, { description: 'Who looked.' }),
  rows: Type.Record(Type.String(), Type.Array(Row), {
    description: 'Own rows by table, as the database has them.'
  }),
  audit: Type.Array(Row, { description: 'What was done to the person, and by them.' }),
  deeds: Type.Array(Type.Object({ table: Type.String(), as: Type.String(), rows: Type.Integer() }), {
    description: 'In how many rows about others the person is named, and as what.'
  })
})

const Rule = Type.Object({
  kind: OneOf(RETENTION_KINDS),
  days: Type.Integer(),
  history: Type.Array(
    Type.Object({
      days: Type.Integer(),
      setAt: Instant,
      setBy: Nullable(Type.Object({ id: Id, name: Type.String() }))
    })
  )
})

const exportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/export', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'exportMyself',
      summary: 'Everything that is held about me, with who looked at it',
      tags: ['Privacy'],
      response: { 200: Export, ...problems(401) }
    },
    handler: async (request) => exportPerson(request.ctx, request.ctx.actor.employeeId)
  })

  app.get('/employees/:employeeId/export', {
    config: { access: ['hr'] },
    schema: {
      operationId: 'exportPerson',
      summary: 'The same of a person who asked for it; they can see that it was made',
      description: 'Without the kind of absences and other things that are the person’s own business alone.',
      tags: ['Privacy'],
      params: Params,
      response: { 200: Export, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => exportPerson(request.ctx, request.params.employeeId)
  })

  app.post('/employees/:employeeId/erasure', {
    config: { access: ['hr', 'admin'], idempotency: 'beside' },
    schema: {
      operationId: 'erasePerson',
      summary: 'Erase a person who is deactivated: a tombstone with their hours stays',
      tags: ['Privacy'],
      params: Params,
      body: Body({ reason: Words(500, 'Why, such as their own request and its date.') }),
      response: {
        201: Type.Object({ employeeId: Id, erasedAt: Instant, reason: Type.String() }),
        ...problems(400, 401, 403, 404, 409)
      }
    },
    handler: async ({ ctx, params, body }, reply) =>
      reply.code(201).send(await erasePerson(ctx, params.employeeId, body.reason))
  })
}

const retentionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/retention', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readRetention',
      summary: 'For how many days each kind of data is kept, with what was set before',
      tags: ['Privacy'],
      response: { 200: Type.Object({ items: Type.Array(Rule) }), ...problems(401) }
    },
    handler: async (request) => readRetention(request.ctx)
  })

  app.put('/retention/:kind', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'setRetention',
      summary: 'Say for how many days a kind of data is kept',
      description: 'A job deletes or anonymises what is older, once a night.',
      tags: ['Privacy'],
      params: Type.Object({ kind: OneOf(RETENTION_KINDS) }),
      body: Body({ days: Type.Integer({ minimum: 1, maximum: 36_500 }) }),
      response: { 200: Rule, ...problems(400, 401, 403, 409) }
    },
    handler: async ({ ctx, params, body }) => setRetention(ctx, params.kind, body.days)
  })
}

export const personPrivacyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(exportRoutes)
  await app.register(retentionRoutes)
}
