import { addMinutes } from 'date-fns'
import type { FastifyInstance } from 'fastify'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { hashOfSecret, newSecret } from '../lib/secret-token.ts'
import { EmployeeToSignInNotFound, LinkNotUsable } from './errors.ts'
import { findActiveByEmail, insertLink, lockActiveById, useLink } from './queries/sessions.ts'
import { type NewSession, signIn } from './sessions.ts'

/** Minutes until an unused link dies. */
export const LINK_MINUTES = 10

/**
 * Makes a one-time link token for the person with this e-mail address (case does not matter). Only its hash
 * is stored, so the answer is the only chance to read it.
 *
 * @throws {EmployeeToSignInNotFound} when nobody active has the address.
 */
export async function createSignInLink(ctx: AnyContext, email: string): Promise<string> {
  const employee = await findActiveByEmail(ctx.db, email)
  if (!employee) throw new EmployeeToSignInNotFound({ email })
  return makeLink(ctx, employee.id)
}

/** The same for an employee who is known to be active. Who asked, and for whom, is in the audit log. */
export async function makeLink(ctx: AnyContext, employeeId: string): Promise<string> {
  const token = newSecret(32)
  const now = ctx.now()
  const expiresAt = addMinutes(now, LINK_MINUTES)
  await ctx.db.transaction(async (tx) => {
    await insertLink(tx, { employeeId, tokenHash: hashOfSecret(token), createdAt: now, expiresAt })
    await recordAudit(tx, ctx, {
      ...{ action: 'sign-in-link.made', objectType: 'employee', objectId: employeeId }
    })
  })
  return token
}

/**
 * Uses a link up and opens the session it stands for.
 *
 * @throws {LinkNotUsable} when the link is unknown, used or out of date, or its person is no longer active.
 */
export async function signInWithLink(
  app: FastifyInstance,
  ctx: AnyContext,
  { token, userAgent }: { token: string; userAgent: string | undefined }
): Promise<NewSession> {
  return ctx.db.transaction(async (tx) => {
    const link = await useLink(tx, hashOfSecret(token), ctx.now())
    const employee = link && (await lockActiveById(tx, link.employeeId))
    if (!employee) throw new LinkNotUsable()
    return signIn(app, tx, ctx, employee.id, { openedBy: 'link', userAgent })
  })
}
