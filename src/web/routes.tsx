import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../lib/errors.ts'
import { sendNotFound } from '../lib/problem.ts'
import { SignInNeeded } from '../sign-in/errors.ts'
import { registerAssets } from './assets.ts'
import { readerFor, sendPage } from './page.ts'
import { MessagePage } from './pages/message-page.tsx'
import { type PageParts, signInPages } from './sign-in-routes.tsx'
import { todayPages } from './today-routes.tsx'

function answerWithPage(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof SignInNeeded) return reply.redirect('/sign-in', 303)
  const reader = readerFor(request)
  const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500)
  if (status >= 500) request.log.error({ err: error }, 'unexpected error')
  const text = status >= 500 ? request.id : error.message
  const content = <MessagePage reader={reader} title={reader.texts.somethingWrong} text={text} />
  return sendPage(request, reply, { title: reader.texts.somethingWrong, content, status })
}

const wantsPage = (request: FastifyRequest) =>
  !request.url.startsWith('/api') && request.headers.accept?.includes('text/html') === true

/** Browsers get a page for an unknown address, programs a problem. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return sendNotFound(reply)
    const reader = readerFor(request)
    const content = (
      <MessagePage reader={reader} title={reader.texts.notFound} text={reader.texts.notFoundHint} />
    )
    return sendPage(request, reply, { title: reader.texts.notFound, content, status: 404 })
  })
}

/** The pages people use. They call the same use cases as the API and hold no rule of their own. */
export const pages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  await registerAssets(app)
  app.setErrorHandler(answerWithPage)
  await app.register(signInPages, parts)
  await app.register(todayPages)
}
