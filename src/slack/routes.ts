import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Nullable, NullableInstant, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { LINK_STATES } from './link-state.ts'
import { readSlackLinks } from './read-links.ts'
import { readSlackState } from './read-state.ts'

const config = { access: ['admin'] } as const
const tags = ['Slack']

const Link = Type.Object({
  employeeId: Id,
  name: Type.String(),
  email: Type.String(),
  state: OneOf(LINK_STATES, 'not_found: nobody in Slack has that address. waiting: not looked up yet.'),
  slackUserId: Nullable(Type.String()),
  lookedAt: NullableInstant
})

const State = Type.Object({
  people: Type.Object(Object.fromEntries(LINK_STATES.map((state) => [state, Type.Integer()]))),
  channels: Type.Array(
    Type.Object({
      rotation: Type.Object({ id: Id, name: Type.String() }),
      channelId: Type.String(),
      onDay: Nullable(Type.String({ format: 'date' })),
      postedAt: NullableInstant,
      changedAt: NullableInstant,
      lastError: Nullable(Type.String({ description: 'not_in_channel: invite the app to the channel.' }))
    })
  )
})

/** How Slack and we know each other, for administrators. */
export const slackRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/slack', {
    config,
    schema: {
      operationId: 'readSlackState',
      summary: 'How many people are known in Slack, and the latest post in each channel',
      tags,
      response: { 200: State, ...problems(401, 403, 404) }
    },
    handler: async (request) => readSlackState(request.ctx)
  })

  app.get('/slack/people', {
    config,
    schema: {
      operationId: 'listSlackLinks',
      summary: 'Who people are in Slack, by name; `state=not_found` for those who get nothing there',
      tags,
      querystring: Type.Object({ state: Type.Optional(OneOf(LINK_STATES)), ...PageQuery }),
      response: { 200: Page(Link), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readSlackLinks(request.ctx, request.query)
  })
}
