import { addMinutes } from 'date-fns'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext, Context } from '../context.ts'
import type { SIGN_IN_WAYS } from '../words.ts'
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

/** How a session came about, and by which browser. */
export interface Opening {
  openedBy: (typeof SIGN_IN_WAYS)[number]
  userAgent?: string | undefined
  /** Of a provider, with the provider's own name of the session. */
  identityId?: string
  providerSid?: string | null
}

/** Longer names of browsers say nothing more. */
const USER_AGENT_LENGTH = 300

/** Signs in a person whose identity has been proven: a session, its two tokens, and an entry that says how. */
export async function signIn(
  app: FastifyInstance,
  tx: Tx,
  ctx: AnyContext,
  employeeId: string,
  opening: Opening
): Promise<NewSession> {
  const { sessionId, ...session } = await openSession(app, tx, ctx, employeeId, opening)
  await recordAudit(tx, ctx, {
    ...{ action: 'session.opened', objectType: 'session', objectId: sessionId },
    after: { employeeId, by: opening.openedBy }
  })
  return session
}

/** The session itself, without a trace in the audit log. */
export async function openSession(
  app: FastifyInstance,
  tx: Tx,
  ctx: AnyContext,
  employeeId: string,
  opening: Opening = { openedBy: 'link' }
): Promise<NewSession & { sessionId: string }> {
  const now = ctx.now()
  const expiresAt = addMinutes(now, SESSION_DAYS * 24 * 60)
  const sessionId = await insertSession(tx, {
    ...{ ...opening, employeeId, createdAt: now, expiresAt, lastSeenAt: now },
    userAgent: opening.userAgent?.slice(0, USER_AGENT_LENGTH)
  })
  const sessionToken = signToken(app, 'session', { sub: employeeId, sid: sessionId }, { now, expiresAt })
  return { sessionId, sessionToken, expiresAt, ...issueAccessToken(app, ctx, { employeeId, sessionId }) }
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
