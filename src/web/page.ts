import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { STYLESHEET } from './assets.ts'
import { renderPage } from './components/layout.tsx'
import { localeFrom, type Reader, readerOf } from './reader.ts'

/** The reader of this request: the person signed in, else what the browser asks for. */
export function readerFor(request: FastifyRequest): Reader {
  const { actor } = request
  return actor
    ? readerOf(actor.locale, actor.timeZone)
    : readerOf(localeFrom(request.headers['accept-language']), 'UTC')
}

interface PageContent {
  title: string
  content: ComponentChildren
  status?: number
}

/** Answers with a whole page. Pages are personal, so no cache keeps them. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, content, status = 200 }: PageContent
) {
  const html = renderPage({
    title,
    reader: readerFor(request),
    stylesheet: STYLESHEET,
    name: request.actor?.name ?? null,
    children: content
  })
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}
