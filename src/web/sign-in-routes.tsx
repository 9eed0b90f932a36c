import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Listen } from '../../db/listen.ts'
import { Body, Id } from '../lib/schema.ts'
import { SESSION_COOKIE } from '../sign-in/access.ts'
import { demoPeople, signInToDemo } from '../sign-in/demo.ts'
import { endSession, type NewSession } from '../sign-in/sessions.ts'
import { signInWithLink } from '../sign-in/sign-in-links.ts'
import type { SigningKey } from '../sign-in/signing-key.ts'
import { readerFor, sendPage } from './page.ts'
import { DemoSignInPage, SignInLinkPage, SignInPage } from './pages/sign-in-page.tsx'
import { signInTexts } from './texts/sign-in.ts'

/** What the pages need to know of the installation. */
export interface PageParts {
  publicUrl: string
  demo: boolean
  /** Addresses in messages are signed with it. */
  signingKey: SigningKey
  /** How open pages hear of changes; left out: by looking. */
  listen?: Listen
}

const hidden = { hide: true }
const LinkToken = Type.String({ minLength: 1, maxLength: 100 })

/** Sign-in as pages: the demo's list of people, one-time links, and signing out. */
export const signInPages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  function keepSession(reply: FastifyReply, { sessionToken, expiresAt }: NewSession) {
    return reply
      .setCookie(SESSION_COOKIE, sessionToken, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: parts.publicUrl.startsWith('https:'),
        expires: expiresAt
      })
      .redirect('/', 303)
  }

  app.get('/sign-in', { config: { access: 'public' }, schema: hidden }, async (request, reply) => {
    const reader = readerFor(request)
    const people = parts.demo ? await demoPeople(request.visitor) : null
    const content = people ? (
      <DemoSignInPage people={people} reader={reader} />
    ) : (
      <SignInPage reader={reader} />
    )
    return sendPage(request, reply, { title: reader.say(signInTexts).signIn, content })
  })

  app.get(
    '/sign-in/link/:token',
    { config: { access: 'public' }, schema: { ...hidden, params: Type.Object({ token: LinkToken }) } },
    async (request, reply) => {
      const reader = readerFor(request)
      const content = <SignInLinkPage reader={reader} token={request.params.token} />
      return sendPage(request, reply, { title: reader.say(signInTexts).signIn, content })
    }
  )

  app.post(
    '/sign-in/link',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { ...hidden, body: Body({ token: LinkToken }) }
    },
    async (request, reply) =>
      keepSession(reply, await signInWithLink(app, request.visitor, request.body.token))
  )

  app.post('/sign-out', { config: { access: 'signed-in' }, schema: hidden }, async (request, reply) => {
    await endSession(request.ctx)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).redirect('/sign-in', 303)
  })

  if (!parts.demo) return
  app.post(
    '/demo/sign-in',
    { config: { access: 'public' }, schema: { ...hidden, body: Body({ employeeId: Id }) } },
    async (request, reply) =>
      keepSession(reply, await signInToDemo(app, request.visitor, request.body.employeeId))
  )
}
