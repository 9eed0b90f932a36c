import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { makeFeed } from '../feeds/make-feed.ts'
import { revokeFeed } from '../feeds/revoke-feed.ts'
import { Body, Id, LocalDateText, OneOf } from '../lib/schema.ts'
import { readerFor, sendPage } from './page.ts'
import { MineListPage } from './pages/mine/mine-list.tsx'
import { MineMonthPage } from './pages/mine/mine-month.tsx'
import { readMineList, readMineMonth } from './read-mine.ts'
import type { PageParts } from './sign-in-routes.tsx'
import { mineTexts } from './texts/mine.ts'

const access = 'signed-in'
const Look = Type.Object({
  view: Type.Optional(OneOf(['list', 'month'] as const)),
  on: Type.Optional(LocalDateText),
  told: Type.Optional(OneOf(['feedRevoked'] as const))
})

interface ListOptions {
  onDay?: string | undefined
  told?: string | undefined
  feedUrl?: string
}

async function sendList(request: FastifyRequest, reply: FastifyReply, { onDay, told, feedUrl }: ListOptions) {
  const reader = readerFor(request)
  const view = await readMineList(request.ctx, onDay)
  const content = <MineListPage view={view} reader={reader} told={told} {...(feedUrl && { feedUrl })} />
  return sendPage(request, reply, { title: reader.say(mineTexts).title, content })
}

/** My shifts as list and month, and my calendar address. */
export const minePages: FastifyPluginAsyncTypebox<PageParts> = async (app, { publicUrl }) => {
  app.get(
    '/me/shifts',
    { config: { access }, schema: { hide: true, querystring: Look } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(mineTexts)
      const { view = 'list', on: onDay, told } = request.query
      if (view === 'list') return sendList(request, reply, { onDay, told: told && texts[told] })
      const content = <MineMonthPage view={await readMineMonth(request.ctx, onDay)} reader={reader} />
      return sendPage(request, reply, { title: texts.title, content })
    }
  )

  app.post(
    '/me/feeds',
    { config: { access }, schema: { hide: true, body: Body({}) } },
    async (request, reply) => {
      const { url } = await makeFeed(request.ctx, publicUrl, { purpose: 'own' })
      return sendList(request, reply, { told: readerFor(request).say(mineTexts).feedMade, feedUrl: url })
    }
  )

  app.post(
    '/me/feeds/:feedId/revocation',
    { config: { access }, schema: { hide: true, params: Type.Object({ feedId: Id }), body: Body({}) } },
    async (request, reply) => {
      await revokeFeed(request.ctx, request.params.feedId)
      return reply.redirect('/me/shifts?told=feedRevoked', 303)
    }
  )
}
