import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { chooseLanguage } from '../directory/choose-language.ts'
import { Body, OneOf } from '../lib/schema.ts'
import { LOCALES } from '../words.ts'
import { LANGUAGE_COOKIE } from './page.ts'
import { safePath } from './safe-path.ts'

const YEAR_SECONDS = 31_536_000
const schema = {
  hide: true,
  body: Body({ language: OneOf(LOCALES), back: Type.String({ maxLength: 2000 }) })
}

/** Choosing the language, from any page and back to it. Where nobody is signed in the browser remembers it. */
export const framePages: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/language', { config: { access: 'public' }, schema }, async (request, reply) => {
    const { language, back } = request.body
    const cookie = { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS } as const
    return reply.setCookie(LANGUAGE_COOKIE, language, cookie).redirect(safePath(back), 303)
  })

  app.post('/me/language', { config: { access: 'signed-in' }, schema }, async (request, reply) => {
    const { language, back } = request.body
    await chooseLanguage(request.ctx, language)
    return reply.redirect(safePath(back), 303)
  })
}
