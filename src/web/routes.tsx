import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../lib/errors.ts'
import { sendNotFound } from '../lib/problem.ts'
import { actorOf } from '../sign-in/access.ts'
import { SignInNeeded } from '../sign-in/errors.ts'
import { registerAssets } from './assets.ts'
import { cardPages } from './card-routes.tsx'
import { compressPages } from './compress.ts'
import { framePages } from './frame-routes.ts'
import { inboxPages } from './inbox-routes.tsx'
import { livePages } from './live-routes.ts'
import { minePages } from './mine-routes.tsx'
import { myTimePages } from './my-time-routes.tsx'
import { noticeSettingsPages } from './notice-settings-routes.tsx'
import { officePages } from './office-routes.tsx'
import { readerFor, sendPage } from './page.ts'
import { messageOf } from './pages/message-of.ts'
import { MessagePage } from './pages/message-page.tsx'
import { schedulePages } from './schedule-routes.tsx'
import { servedPages } from './served-routes.tsx'
import { sessionPages } from './session-routes.tsx'
import { shiftPages } from './shift-routes.tsx'
import { type PageParts, signInPages } from './sign-in-routes.tsx'
import { swapPages } from './swap-routes.tsx'
import { todayPages } from './today-routes.tsx'
import { unsubscribePages } from './unsubscribe-routes.tsx'

/** The sign-in page, which leads back to the page that somebody wanted to see. */
const signInFor = ({ method, url }: FastifyRequest) =>
  method === 'GET' && url !== '/' ? `/sign-in?back=${encodeURIComponent(url)}` : '/sign-in'

async function answerWithPage(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof SignInNeeded) return reply.redirect(signInFor(request), 303)
  const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500)
  if (status >= 500 && !(error instanceof Refusal)) request.log.error({ err: error }, 'unexpected error')
  const reader = readerFor(request)
  const message = messageOf(error, status, { reader, requestId: request.id })
  return sendPage(request, reply, {
    title: message.title,
    content: <MessagePage {...message} reader={reader} isSignedIn={request.actor !== null} />,
    status
  })
}

const wantsPage = (request: FastifyRequest) =>
  !request.url.startsWith('/api') && request.headers.accept?.includes('text/html') === true

/** Browsers get a page for an unknown address, programs a problem. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request)) return sendNotFound(reply)
    request.actor = await actorOf(app, request)
    const reader = readerFor(request)
    const message = messageOf(null, 404, { reader, requestId: request.id })
    const content = <MessagePage {...message} reader={reader} isSignedIn={request.actor !== null} />
    return sendPage(request, reply, { title: message.title, content, status: 404 })
  })
}

/** Every page of the house, one line each. */
const PAGES: FastifyPluginAsyncTypebox<PageParts>[] = [
  framePages,
  livePages,
  officePages,
  todayPages,
  schedulePages,
  shiftPages,
  cardPages,
  servedPages,
  minePages,
  myTimePages,
  swapPages,
  inboxPages,
  sessionPages,
  noticeSettingsPages,
  unsubscribePages
]

/** The pages people use. They call the same use cases as the API and hold no rule of their own. */
export const pages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  registerAssets(app)
  compressPages(app)
  app.setErrorHandler(answerWithPage)
  await app.register(signInPages, parts)
  for (const page of PAGES) await app.register(page, parts)
}
