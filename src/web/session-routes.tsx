import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { endMyOtherSessions, endMySession, readMySessions } from '../sign-in/own-sessions.ts'
import { endSessionsOf, unlinkIdentity } from '../sign-in/person-sign-ins.ts'
import { readerFor, sendPage } from './page.ts'
import { SessionsPage } from './pages/settings/sessions-page.tsx'
import { sessionTexts } from './texts/sessions.ts'

const config = { access: 'signed-in' } as const
const admins = { access: ['admin'] } as const
const nothing = Type.Optional(Body({}))

const ownSessions: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ told: Type.Optional(OneOf(['ended', 'endedOthers'] as const)) })
  app.get('/me/sessions', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(sessionTexts)
    const { told } = request.query
    const content = (
      <SessionsPage
        sessions={await readMySessions(request.ctx)}
        reader={reader}
        now={request.ctx.now()}
        told={told && texts[told]}
      />
    )
    return sendPage(request, reply, { title: texts.title, content })
  })

  app.post('/me/sessions', { config, schema: { hide: true, body: nothing } }, async (request, reply) => {
    await endMyOtherSessions(request.ctx)
    return reply.redirect('/me/sessions?told=endedOthers', 303)
  })

  const params = Type.Object({ sessionId: Id })
  app.post(
    '/me/sessions/:sessionId',
    { config, schema: { hide: true, params, body: nothing } },
    async (request, reply) => {
      await endMySession(request.ctx, request.params.sessionId)
      return reply.redirect('/me/sessions?told=ended', 303)
    }
  )
}

/** Whatever ends of somebody else is an administrator's to end; where it is shown is the person's page. */
const anybodysSessions: FastifyPluginAsyncTypebox = async (app) => {
  const params = Type.Object({ employeeId: Id })
  app.post(
    '/people/:employeeId/sessions',
    { config: admins, schema: { hide: true, params, body: nothing } },
    async (request, reply) => {
      const { employeeId } = request.params
      await endSessionsOf(request.ctx, employeeId)
      return reply.redirect(`/people/${employeeId}?told=endedAll`, 303)
    }
  )

  const identity = Type.Object({ employeeId: Id, identityId: Id })
  app.post(
    '/people/:employeeId/identities/:identityId',
    { config: admins, schema: { hide: true, params: identity, body: nothing } },
    async (request, reply) => {
      const { employeeId, identityId } = request.params
      await unlinkIdentity(request.ctx, employeeId, identityId)
      return reply.redirect(`/people/${employeeId}?told=unlinked`, 303)
    }
  )
}

export const sessionPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(ownSessions)
  await app.register(anybodysSessions)
}
