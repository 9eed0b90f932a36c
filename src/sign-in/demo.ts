import type { FastifyInstance } from 'fastify'
import type { AnyContext } from '../context.ts'
import { EmployeeToSignInNotFound } from './errors.ts'
import { listPeopleToSignInAs, lockActiveById } from './queries/sessions.ts'
import { type NewSession, signIn } from './sessions.ts'

/** Everybody of the demo company, to choose whom to be. Only routes of demo mode may call this. */
export const demoPeople = (ctx: AnyContext) => listPeopleToSignInAs(ctx.db)

/** Signs in as one of the invented people, without proof. Only routes of demo mode may call this. */
export async function signInToDemo(
  app: FastifyInstance,
  ctx: AnyContext,
  { employeeId, userAgent }: { employeeId: string; userAgent: string | undefined }
): Promise<NewSession> {
  return ctx.db.transaction(async (tx) => {
    const employee = await lockActiveById(tx, employeeId)
    if (!employee) throw new EmployeeToSignInNotFound({ email: employeeId })
    return signIn(app, tx, ctx, employee.id, { openedBy: 'demo', userAgent })
  })
}
