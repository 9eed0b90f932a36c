import { addMinutes } from 'date-fns'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../../db/client.ts'
import type { AnyContext, Context } from '../context.ts'
import { NotForKeys } from './keys/errors.ts'
import { insertSession, markSessionEnded } from './queries/sessions.ts'
import { ACCESS_TOKEN_MINUTES, signToken } from './tokens.ts'

/** Days a browser stays signed in. Ending the session or the person ends it at once. */
export const SESSION_DAYS = 14

export interface NewSession {
  sessionToken: string
  accessToken: string
  accessExpiresAt: Date
  expiresAt: Date
}

/** Opens a session for a person whose identity has been proven, and signs its two tokens. */
export async function openSession(
  app: FastifyInstance,
  tx: Tx,
  ctx: AnyContext,
  employeeId: string
): Promise<NewSession> {
  const now = ctx.now()
  const expiresAt = addMinutes(now, SESSION_DAYS * 24 * 60)
  const sid = await insertSession(tx, { employeeId, createdAt: now, expiresAt })
  const sessionToken = signToken(app, 'session', { sub: employeeId, sid }, { now, expiresAt })
  return { sessionToken, expiresAt, ...issueAccessToken(app, ctx, { employeeId, sessionId: sid }) }
}

/** A further access token for a session in force. @throws {NotForKeys} */
export function issueAccessToken(
  app: FastifyInstance,
  ctx: AnyContext,
  holder: { employeeId: string; sessionId: string | null }
) {
  if (holder.sessionId === null) throw new NotForKeys()
  const now = ctx.now()
  const accessExpiresAt = addMinutes(now, ACCESS_TOKEN_MINUTES)
  const claims = { sub: holder.employeeId, sid: holder.sessionId }
  return {
    accessToken: signToken(app, 'access', claims, { now, expiresAt: accessExpiresAt }),
    accessExpiresAt
  }
}

/** Signs the actor out: both tokens of the session are worthless from now on. @throws {NotForKeys} */
export async function endSession(ctx: Context): Promise<void> {
  const { sessionId } = ctx.actor
  if (sessionId === null) throw new NotForKeys()
  await ctx.db.transaction((tx) => markSessionEnded(tx, sessionId, ctx.now()))
}
