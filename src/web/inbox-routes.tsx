import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, Id, InstantText } from '../lib/schema.ts'
import { readAllNotices, readInbox, readNotice } from '../notices/inbox.ts'
import { readerFor, sendPage } from './page.ts'
import { InboxPage } from './pages/inbox/inbox-page.tsx'
import { inboxTexts } from './texts/inbox.ts'

const config = { access: 'signed-in' } as const
/** Notices on one page. */
const MOST = 30

/** My notices, and marking them as read. */
export const inboxPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })
  app.get('/inbox', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const { ctx, query } = request
    const inbox = await readInbox(ctx, { ...query, limit: MOST })
    const content = (
      <InboxPage inbox={inbox} now={ctx.now()} isFirst={query.cursor === undefined} reader={reader} />
    )
    return sendPage(request, reply, { title: reader.say(inboxTexts).title, content })
  })

  app.post(
    '/inbox/reading',
    { config, schema: { hide: true, body: Body({ until: InstantText }) } },
    async (request, reply) => {
      await readAllNotices(request.ctx, request.body)
      return reply.redirect('/inbox', 303)
    }
  )

  app.post(
    '/inbox/:noticeId/reading',
    { config, schema: { hide: true, params: Type.Object({ noticeId: Id }), body: Body({}) } },
    async (request, reply) => {
      await readNotice(request.ctx, request.params.noticeId)
      return reply.redirect('/inbox', 303)
    }
  )
}
