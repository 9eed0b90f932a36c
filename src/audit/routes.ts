import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Instant, InstantText, Nullable, Page, PageQuery } from '../lib/schema.ts'
import { readAudit } from './read-audit.ts'

const Query = Type.Object(
  {
    ...PageQuery,
    actorId: Type.Optional(Id),
    objectType: Type.Optional(Type.String({ maxLength: 100 })),
    objectId: Type.Optional(Type.String({ maxLength: 200 })),
    action: Type.Optional(
      Type.String({ maxLength: 100, description: '`rotation.published`, `request.refused`' })
    ),
    from: Type.Optional(InstantText),
    to: Type.Optional(InstantText)
  },
  { additionalProperties: false }
)

const Entry = Type.Object({
  id: Id,
  at: Instant,
  actor: Nullable(Type.Object({ id: Id, name: Type.String() })),
  actedAs: Type.Array(Type.String(), { description: 'The roles that person had at that moment.' }),
  via: Nullable(Type.String({ description: '`session`, `key`, `slack`, `scim`, `nobody` or `system`.' })),
  action: Type.String(),
  objectType: Type.String(),
  objectId: Type.String(),
  before: Type.Unknown({
    description: 'Null where it says something of a person; they find it in their own export.'
  }),
  after: Type.Unknown(),
  requestId: Nullable(Type.String())
})

export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/audit', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'readAudit',
      summary: 'Who did what, as whom and when, with what was before and after; latest first',
      description: 'Refusals are entries as well. `lyttepost audit verify` shows that nobody changed any.',
      tags: ['Operations'],
      querystring: Query,
      response: {
        200: Page(Entry),
        ...problems(400, 401, 403)
      }
    },
    handler: async (request) => {
      const { from, to, ...rest } = request.query
      return readAudit(request.ctx, {
        ...rest,
        ...(from && { from: new Date(from) }),
        ...(to && { to: new Date(to) })
      })
    }
  })
}
