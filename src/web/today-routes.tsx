import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readerFor, sendPage } from './page.ts'

/** The first screen: my next shift, who is on, what I owe, and handing in what I heard. */
export const todayPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/', { config: { access: 'signed-in' }, schema: { hide: true } }, async (request, reply) => {
    const reader = readerFor(request)
    return sendPage(request, reply, { title: reader.texts.today, content: <h1>{reader.texts.today}</h1> })
  })
}
