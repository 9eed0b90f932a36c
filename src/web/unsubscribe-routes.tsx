import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readUnsubscribeToken } from '../notices/email/unsubscribe-token.ts'
import { UnsubscribeLinkNotValid } from '../notices/errors.ts'
import { UNSUBSCRIBE_PATH } from '../notices/open-post.ts'
import { unsubscribe } from '../notices/preferences/unsubscribe.ts'
import { readerFor, sendPage } from './page.ts'
import { UnsubscribedPage, UnsubscribePage } from './pages/unsubscribe-page.tsx'
import type { PageParts } from './sign-in-routes.tsx'
import { unsubscribeTexts } from './texts/unsubscribe.ts'

const route = {
  config: { access: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
  schema: { hide: true, params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }) }
} as const

/**
 * Turning off messages without signing in, by the signed address in each of them: a page with one button for people, and
 * the same address for mail programs to post to (RFC 8058), which send a form of either kind and read no answer.
 */
export const unsubscribePages: FastifyPluginAsyncTypebox<PageParts> = async (app, { signingKey }) => {
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: 4096 }, async () => ({}))

  const meant = (token: string) => {
    const unsubscribing = readUnsubscribeToken(signingKey, token)
    if (!unsubscribing) throw new UnsubscribeLinkNotValid()
    return unsubscribing
  }

  app.get(`${UNSUBSCRIBE_PATH}/:token`, route, async (request, reply) => {
    meant(request.params.token)
    const reader = readerFor(request)
    const content = <UnsubscribePage reader={reader} action={request.url} />
    return sendPage(request, reply, { title: reader.say(unsubscribeTexts).title, content })
  })

  app.post(`${UNSUBSCRIBE_PATH}/:token`, route, async (request, reply) => {
    await unsubscribe(request.visitor, meant(request.params.token))
    const reader = readerFor(request)
    const title = reader.say(unsubscribeTexts).doneTitle
    return sendPage(request, reply, { title, content: <UnsubscribedPage reader={reader} /> })
  })
}
