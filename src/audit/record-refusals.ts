import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../db/client.ts'
import { Refusal } from '../lib/errors.ts'
import { recordAudit } from './record-audit.ts'

/** Where nobody is signed in only these are kept: who fails to get in. Everything else anybody may ask without a name. */
const SIGN_IN = /^\/(api\/)?(sign-in|session|oidc|scim)/

function isKept(request: FastifyRequest): boolean {
  return request.actor !== null || SIGN_IN.test(request.routeOptions.url ?? '')
}

/**
 * Writes down every refusal of a person or program that is known, and every failed sign-in: what was asked for, and the code it
 * was refused with. In a transaction of its own, for the one of the request is undone. Where even that fails the log has it.
 */
export function registerRefusals(app: FastifyInstance, db: Db): void {
  app.addHook('onError', async (request, _reply, error) => {
    if (!((error as unknown) instanceof Refusal) || !isKept(request)) return
    const { code, status } = error as unknown as Refusal
    const { url = '', config } = request.routeOptions
    // Addresses of public routes may be keys themselves.
    const params = config.access === 'public' ? {} : { params: request.params }
    const refused = {
      ...{ action: 'request.refused', objectType: 'route', objectId: `${request.method} ${url}` },
      after: { code, status, ...params }
    }
    await db
      .transaction((tx) => recordAudit(tx, { ...request.visitor, db }, refused))
      .catch((err: unknown) => request.log.error({ err }, 'a refusal could not be written down'))
  })
}
