import type { FastifyInstance, FastifyReply } from 'fastify'
import type { NewSession } from '../sign-in/sessions.ts'

/** Gives the browser its session, as a cookie that its scripts never see. */
export function keepSession(
  app: FastifyInstance,
  reply: FastifyReply,
  { sessionToken, expiresAt }: NewSession
): FastifyReply {
  const { session, options } = app.houseCookies
  return reply.setCookie(session, sessionToken, { ...options, expires: expiresAt })
}
