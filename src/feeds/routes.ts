import { createHash } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, NullableInstant, OneOf } from '../lib/schema.ts'
import { hashOfSecret } from '../lib/secret-token.ts'
import { lookUpSecret } from '../sign-in/guesses.ts'
import { CALENDAR_SHOWN_AS, FEED_PURPOSES } from '../words.ts'
import { FeedNotFound } from './errors.ts'
import { readFeeds } from './list-feeds.ts'
import { makeFeed } from './make-feed.ts'
import { readFeed } from './read-feed.ts'
import { revokeFeed } from './revoke-feed.ts'

interface FeedParts {
  publicUrl: string
}

const Feed = Type.Object({
  id: Id,
  purpose: OneOf(FEED_PURPOSES),
  teamId: Type.Union([Id, Type.Null()]),
  rotationId: Type.Union([Id, Type.Null()]),
  showing: Type.Union([Type.String(), Type.Null()], { description: 'Name of the team or rotation' }),
  shownAs: OneOf(CALENDAR_SHOWN_AS),
  createdAt: Instant,
  lastUsedAt: NullableInstant
})

const NewFeed = Body({
  purpose: OneOf(FEED_PURPOSES, 'Whose shifts the calendar shows'),
  teamId: Type.Optional(Id),
  rotationId: Type.Optional(Id),
  shownAs: Type.Optional(OneOf(CALENDAR_SHOWN_AS, 'Whether shifts block time; `busy` when left out'))
})

/** Making, listing and revoking one's own calendar addresses. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedParts> = async (app, { publicUrl }) => {
  app.get('/me/feeds', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listFeeds',
      summary: 'My calendar addresses that work, and when each was last read',
      tags: ['Me'],
      response: { 200: Type.Object({ items: Type.Array(Feed) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await readFeeds(request.ctx) })
  })

  app.post('/me/feeds', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'makeFeed',
      summary: 'Make a secret calendar address; the one I had for the same stops working',
      description: 'The address is told in this answer only. Subscribe to it in any calendar program.',
      tags: ['Me'],
      body: NewFeed,
      response: { 201: Type.Object({ id: Id, url: Type.String() }), ...problems(400, 401, 404) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await makeFeed(request.ctx, publicUrl, request.body))
  })

  app.delete('/me/feeds/:feedId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'revokeFeed',
      summary: 'Revoke a calendar address of mine',
      tags: ['Me'],
      params: Type.Object({ feedId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 404) }
    },
    handler: async (request, reply) => {
      await revokeFeed(request.ctx, request.params.feedId)
      return reply.code(204).send(null)
    }
  })
}

const FeedFile = Type.Object({ file: Type.String({ pattern: '^[A-Za-z0-9_-]{32}\\.ics$' }) })
const tokenIn = (file: string) => file.slice(0, -'.ics'.length)

const feedKeyOf = ({ params, ip }: FastifyRequest) => {
  const { file } = params as { file?: string }
  return file === undefined ? ip : `feed ${hashOfSecret(file)}`
}

/** The calendars themselves, read by programs that cannot sign in: the address is the key. */
export const feedFiles: FastifyPluginAsyncTypebox<FeedParts> = async (app, { publicUrl }) => {
  app.get('/feeds/:file', {
    config: {
      access: 'public',
      // By what the route read, not by the address as it came: that can be written in many ways.
      rateLimit: { max: 60, timeWindow: '1 minute', keyGenerator: feedKeyOf }
    },
    schema: { hide: true, params: FeedFile },
    handler: async (request, reply) => {
      const { file } = request.params
      const text = await lookUpSecret(app, { request, reply }, file, () =>
        readFeed(request.visitor, tokenIn(file), publicUrl)
      )
      if (text === null) throw new FeedNotFound()
      const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
      reply.header('cache-control', 'private, no-cache').header('etag', etag)
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
      return reply.type('text/calendar; charset=utf-8').send(text)
    }
  })
}
