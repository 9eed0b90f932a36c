import { addMinutes } from 'date-fns'
import type { FastifyInstance } from 'fastify'
import type { AnyContext } from '../context.ts'
import { hashOfSecret, newSecret } from '../lib/secret-token.ts'
import { EmployeeToSignInNotFound, LinkNotUsable } from './errors.ts'
import { findActiveByEmail, findActiveById, insertLink, useLink } from './queries/sessions.ts'
import { type NewSession, openSession } from './sessions.ts'

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
  const token = newSecret(32)
  const now = ctx.now()
  const expiresAt = addMinutes(now, LINK_MINUTES)
  await ctx.db.transaction((tx) =>
    insertLink(tx, { employeeId: employee.id, tokenHash: hashOfSecret(token), createdAt: now, expiresAt })
  )
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
  token: string
): Promise<NewSession> {
  return ctx.db.transaction(async (tx) => {
    const link = await useLink(tx, hashOfSecret(token), ctx.now())
    const employee = link && (await findActiveById(tx, link.employeeId))
    if (!employee) throw new LinkNotUsable()
    return openSession(app, tx, ctx, employee.id)
  })
}
