import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type DatabaseAnswer, databaseAnswer } from '../lib/database-answer.ts'
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
import { myDataPages } from './my-data-routes.tsx'
import { myTimePages } from './my-time-routes.tsx'
import { noticeSettingsPages } from './notice-settings-routes.tsx'
import { officePages } from './office-routes.tsx'
import { readerFor, sendPage } from './page.ts'
import { awayMessage, messageOf } from './pages/message-of.ts'
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

type Failure = FastifyError | Refusal

/** A page that needs no database, for while there is none. */
function answerAway(request: FastifyRequest, reply: FastifyReply, answer: DatabaseAnswer) {
  const reader = readerFor(request)
  const message = awayMessage(answer, { reader, method: request.method, url: request.url })
  if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
  return sendPage(request, reply, {
    title: message.title,
    content: <MessagePage {...message} reader={reader} isSignedIn={request.actor !== null} />,
    status: answer.status,
    isBare: true
  })
}

async function answerWithPage(error: Failure, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof SignInNeeded) return reply.redirect(signInFor(request), 303)
  const answer = error instanceof Refusal ? undefined : databaseAnswer(error)
  if (answer && answer.status >= 500) {
    request.log.warn({ err: error }, answer.code)
    return answerAway(request, reply, answer)
  }
  const status = error instanceof Refusal ? error.status : (answer?.status ?? error.statusCode ?? 500)
  if (status >= 500 && !(error instanceof Refusal)) request.log.error({ err: error }, 'unexpected error')
  return answerWithMessage(error, status, request, reply)
}

async function answerWithMessage(
  error: Failure | null,
  status: number,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const reader = readerFor(request)
  const message = messageOf(error, status, { reader, requestId: request.id })
  return sendPage(request, reply, {
    title: message.title,
    content: <MessagePage {...message} reader={reader} isSignedIn={request.actor !== null} />,
    status
  })
}

/** Even what is told of an error needs the database, for what stands around it. */
async function answerSomehow(error: Failure, request: FastifyRequest, reply: FastifyReply) {
  try {
    return await answerWithPage(error, request, reply)
  } catch (another) {
    const answer = databaseAnswer(another)
    if (!answer) throw another
    return answerAway(request, reply, answer)
  }
}

const wantsPage = (request: FastifyRequest) =>
  !request.url.startsWith('/api') && request.headers.accept?.includes('text/html') === true

/** Browsers get a page for an unknown address, programs a problem. */
export function registerNotFound(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request)) return sendNotFound(reply)
    try {
      request.actor = await actorOf(app, request)
      return await answerWithMessage(null, 404, request, reply)
    } catch (error) {
      return answerSomehow(error as Failure, request, reply)
    }
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
  myDataPages,
  noticeSettingsPages,
  unsubscribePages
]

/** The pages people use. They call the same use cases as the API and hold no rule of their own. */
export const pages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  registerAssets(app)
  compressPages(app)
  app.setErrorHandler(answerSomehow)
  await app.register(signInPages, parts)
  for (const page of PAGES) await app.register(page, parts)
}
