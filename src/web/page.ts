import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { countUnread } from '../notices/count-unread.ts'
import { countAsked } from '../swaps/count-asked.ts'
import { LOCALES } from '../words.ts'
import { renderPage } from './frame/layout.tsx'
import type { Frame } from './frame/nav.tsx'
import { localeFrom, pageReaderOf, type Reader } from './reader.ts'

/** Remembers the language of a browser that nobody is signed in with. */
export const LANGUAGE_COOKIE = 'lyttepost_language'

/** The reader of this request: the person signed in, else what was chosen here, else what the browser asks for. */
export function readerFor(request: FastifyRequest): Reader {
  const { actor } = request
  if (actor) return pageReaderOf(actor.locale, actor.timeZone)
  const chosen = LOCALES.find((locale) => locale === request.cookies[LANGUAGE_COOKIE])
  return pageReaderOf(chosen ?? localeFrom(request.headers['accept-language']), 'UTC')
}

/** What stands around the page of somebody signed in. Two queries. */
async function frameOf(request: FastifyRequest): Promise<Frame | null> {
  if (!request.actor) return null
  const [unread, waiting] = await Promise.all([countUnread(request.ctx), countAsked(request.ctx)])
  return { actor: request.actor, path: request.url, counts: { unread, waiting } }
}

interface PageContent {
  title: string
  content: ComponentChildren
  status?: number
  /** Without what stands around a page: that needs the database. */
  isBare?: boolean
}

/** Answers with a whole page. Pages are personal, so no cache keeps them. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, content, status = 200, isBare = false }: PageContent
) {
  const html = renderPage({
    title,
    reader: readerFor(request),
    frame: isBare ? null : await frameOf(request),
    path: request.url,
    children: content
  })
  return reply
    .code(status)
    .header('cache-control', 'private, no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}
