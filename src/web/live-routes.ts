import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'
import { openNoticeWatch } from '../notices/notice-watch.ts'
import { isStillSignedIn } from '../sign-in/own-sessions.ts'
import type { PageParts } from './sign-in-routes.tsx'

/** A page that stays open asks anew, so that who signs out or leaves is told nothing more. */
const LONGEST_MS = 5 * 60_000

/** As server-sent events; the first only opens the stream. */
async function* eventsOf(ctx: Context, changes: AsyncIterable<void>) {
  let isFirst = true
  for await (const _ of changes) {
    if (!isFirst && !(await isStillSignedIn(ctx))) return
    yield isFirst ? ': listening\n\n' : 'event: changed\ndata: {}\n\n'
    isFirst = false
  }
}

/** Open pages hear that something has changed for their reader, and fetch themselves anew. */
export const livePages: FastifyPluginAsyncTypebox<PageParts> = async (app, { listen }) => {
  const watch = openNoticeWatch({ listen })
  app.addHook('preClose', async () => watch.close())
  app.get('/me/events', { config: { access: 'signed-in' }, schema: { hide: true } }, (request, reply) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(LONGEST_MS)])
    const events = eventsOf(request.ctx, watch.follow(request.ctx, signal))
    return reply.type('text/event-stream').header('cache-control', 'no-store').send(Readable.from(events))
  })
}
