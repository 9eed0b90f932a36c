import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Listen } from '../../db/listen.ts'
import { Body, Id } from '../lib/schema.ts'
import type { Post } from '../notices/post.ts'
import { demoPeople, signInToDemo } from '../sign-in/demo.ts'
import type { Providers } from '../sign-in/oidc/providers.ts'
import { endSession } from '../sign-in/sessions.ts'
import { signInWithLink } from '../sign-in/sign-in-links.ts'
import type { SigningKey } from '../sign-in/signing-key.ts'
import { keepSession } from './keep-session.ts'
import { linkRequestPages } from './link-request-routes.ts'
import { readerFor, sendPage } from './page.ts'
import { DemoSignInPage, SignInLinkPage, SignInPage } from './pages/sign-in-page.tsx'
import { providerPages } from './provider-routes.ts'
import { safePath } from './safe-path.ts'
import { signInTexts } from './texts/sign-in.ts'

/** What the pages need to know of the installation. */
export interface PageParts {
  publicUrl: string
  demo: boolean
  /** Addresses in messages are signed with it. */
  signingKey: SigningKey
  /** How open pages hear of changes; left out: by looking. */
  listen?: Listen
  providers: Providers
  /** Whether somebody may sign in by a link asked for on the pages. */
  signInLinks: boolean
  /** The ways messages go out at once. */
  post?: Post
}

const hidden = { hide: true }
const LinkToken = Type.String({ minLength: 1, maxLength: 100 })
const Back = Type.Optional(Type.String({ maxLength: 2000 }))

/** Sign-in as pages: sign-in services, links, the demo's list of people, and signing out. */
export const signInPages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { providers } = parts
  const querystring = Type.Object({ back: Back, told: Type.Optional(Type.Literal('linkTold')) })
  app.get(
    '/sign-in',
    { config: { access: 'public' }, schema: { ...hidden, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(signInTexts)
      const { back = '/', told } = request.query
      // Nobody waits for a service that is down: what is learnt now stands on the page that is opened next.
      void providers.look(request.visitor.now())
      const view = {
        providers: providers.all.map(({ settings, isDown }) => ({ ...settings, isDown: isDown() })),
        links: parts.signInLinks ? (parts.post?.channels.email ? 'mailed' : 'handed') : 'off',
        back: safePath(back)
      } as const
      const people = parts.demo ? await demoPeople(request.visitor) : null
      const content = people ? (
        <DemoSignInPage people={people} reader={reader} />
      ) : (
        <SignInPage view={view} reader={reader} told={told && texts[told]} />
      )
      return sendPage(request, reply, { title: texts.signIn, content })
    }
  )

  const params = Type.Object({ token: LinkToken })
  app.get(
    '/sign-in/link/:token',
    { config: { access: 'public' }, schema: { ...hidden, params, querystring: Type.Object({ back: Back }) } },
    async (request, reply) => {
      const reader = readerFor(request)
      const { back = '/' } = request.query
      const content = <SignInLinkPage reader={reader} token={request.params.token} back={safePath(back)} />
      return sendPage(request, reply, { title: reader.say(signInTexts).signIn, content })
    }
  )

  app.post(
    '/sign-in/link',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { ...hidden, body: Body({ token: LinkToken, back: Back }) }
    },
    async (request, reply) => {
      const { token, back = '/' } = request.body
      const session = await signInWithLink(app, request.visitor, {
        token,
        userAgent: request.headers['user-agent']
      })
      return keepSession(app, reply, session).redirect(safePath(back), 303)
    }
  )

  app.post('/sign-out', { config: { access: 'signed-in' }, schema: hidden }, async (request, reply) => {
    await endSession(request.ctx)
    const { session, options } = app.houseCookies
    return reply.clearCookie(session, options).redirect('/sign-in', 303)
  })

  await app.register(providerPages, parts)
  await app.register(linkRequestPages, parts)
  if (!parts.demo) return
  app.post(
    '/demo/sign-in',
    { config: { access: 'public' }, schema: { ...hidden, body: Body({ employeeId: Id }) } },
    async (request, reply) => {
      const { employeeId } = request.body
      const userAgent = request.headers['user-agent']
      const session = await signInToDemo(app, request.visitor, { employeeId, userAgent })
      return keepSession(app, reply, session).redirect('/', 303)
    }
  )
}
