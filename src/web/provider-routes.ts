import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger } from 'fastify'
import { Type } from 'typebox'
import { Refusal } from '../lib/errors.ts'
import { beginSignIn } from '../sign-in/oidc/begin-sign-in.ts'
import { finishSignIn } from '../sign-in/oidc/finish-sign-in.ts'
import type { Providers } from '../sign-in/oidc/providers.ts'
import { keepSession } from './keep-session.ts'
import { safePath } from './safe-path.ts'

const config = { access: 'public' } as const
const params = Type.Object({ provider: Type.String({ maxLength: 100 }) })

/** What a person is told leaves out why exactly; whoever runs the house finds it in the log. */
function tellLog(log: FastifyBaseLogger, provider: string) {
  return (error: unknown): never => {
    if (error instanceof Refusal) {
      log.warn({ provider, code: error.code, cause: error.cause }, 'a sign-in was refused')
    }
    throw error
  }
}

interface ProviderParts {
  providers: Providers
  publicUrl: string
}

/** Signing in at a sign-in service: going there, and coming back. */
export const providerPages: FastifyPluginAsyncTypebox<ProviderParts> = async (
  app,
  { providers, publicUrl }
) => {
  const house = { app, providers, publicUrl }
  const { ticket: cookie, options } = app.houseCookies

  const querystring = Type.Object({ back: Type.Optional(Type.String({ maxLength: 2000 })) })
  app.get(
    '/sign-in/with/:provider',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const { provider: name } = request.params
      const back = safePath(request.query.back ?? '/')
      const begun = await beginSignIn(house, request.visitor, { name, back }).catch(
        tellLog(request.log, name)
      )
      const { text, expiresAt } = begun.ticket
      return reply
        .setCookie(cookie, text, { ...options, expires: expiresAt })
        .header('cache-control', 'no-store')
        .redirect(begun.address, 303)
    }
  )

  app.get(
    '/sign-in/with/:provider/callback',
    { config, schema: { hide: true, params } },
    async (request, reply) => {
      const { provider: name } = request.params
      const from = request.url.indexOf('?')
      const query = from === -1 ? '' : request.url.slice(from)
      // A ticket is for one answer, whether that is taken or not.
      reply.clearCookie(cookie, options).header('cache-control', 'no-store')
      const { session, back } = await finishSignIn(house, request.visitor, {
        ...{ name, query, ticket: request.cookies[cookie] },
        userAgent: request.headers['user-agent']
      }).catch(tellLog(request.log, name))
      return keepSession(app, reply, session).redirect(safePath(back), 303)
    }
  )
}
