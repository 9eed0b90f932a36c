import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { SessionNotFound } from './errors.ts'
import { endSessionRows, listSessions } from './queries/own-sessions.ts'
import { findSessionHolder } from './queries/sessions.ts'

/** Where the actor is signed in, the newest first; one of them is the session that asks. */
export async function readMySessions(ctx: Context) {
  const { employeeId, sessionId } = ctx.actor
  const items = await listSessions(ctx.db, employeeId, ctx.now())
  return items.map((session) => ({ ...session, isCurrent: session.id === sessionId }))
}

/** Ends one of the actor's sessions, on every replica at once. @throws {SessionNotFound} */
export async function endMySession(ctx: Context, sessionId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const ended = await endSessions(tx, ctx, { employeeId: ctx.actor.employeeId, only: sessionId })
    if (ended === 0) throw new SessionNotFound({ sessionId })
  })
}

/** Ends all of the actor's sessions but the one that asks. @returns how many that were */
export async function endMyOtherSessions(ctx: Context): Promise<number> {
  const { employeeId, sessionId } = ctx.actor
  return ctx.db.transaction((tx) => endSessions(tx, ctx, { employeeId, but: sessionId }))
}

/** Whether the session that a long answer is for has not ended meanwhile. */
export async function isStillSignedIn({ db, now, actor }: Context): Promise<boolean> {
  const { sessionId, employeeId } = actor
  return sessionId === null || (await findSessionHolder(db, sessionId, employeeId, now())) !== null
}

/** Ends sessions of one person and writes down by whom. @returns how many ended */
export async function endSessions(
  tx: Tx,
  ctx: Context,
  which: Parameters<typeof endSessionRows>[1]
): Promise<number> {
  const ended = await endSessionRows(tx, which, ctx.now())
  await recordAudits(
    tx,
    ctx,
    ended.map((id) => ({
      ...{ action: 'session.ended', objectType: 'session', objectId: id },
      after: { employeeId: which.employeeId }
    }))
  )
  return ended.length
}
