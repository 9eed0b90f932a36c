import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../db/client.ts'
import { Refusal } from '../lib/errors.ts'
import { networkOf, tallyByMinute } from '../lib/tally.ts'
import { recordAudit } from './record-audit.ts'

/** Where nobody is signed in only these are kept: who fails to get in. Everything else anybody may ask without a name. */
const SIGN_IN = /^\/(api\/)?(sign-in|session|oidc|scim)/

function isKept(request: FastifyRequest): boolean {
  return request.actor !== null || SIGN_IN.test(request.routeOptions.url ?? '')
}

/** So many a minute of one person, each of them a request that was let in to be refused. */
const MOST_OF_A_PERSON = 600
/** So many of one network where nobody is known: who fails to get in must not fill the disk. */
const MOST_OF_A_NETWORK = 60

/** Whether this one is to be written down still; the first that is not is told to the log. */
function boundRefusals(): (request: FastifyRequest) => boolean {
  const tally = tallyByMinute()
  return (request) => {
    const { actor, ip } = request
    const [key, most] = actor ? [actor.employeeId, MOST_OF_A_PERSON] : [networkOf(ip), MOST_OF_A_NETWORK]
    const count = tally.add(key, request.visitor.now())
    if (count === most + 1)
      request.log.warn({ most }, 'refusals of one origin are not written down for a minute')
    return count <= most
  }
}

/**
 * Writes down every refusal of a person or program that is known, and every failed sign-in: what was asked for, and the code it
 * was refused with; from one origin so many a minute, or whoever is refused could fill the log. In a transaction of its own, for the one of the request is undone. Where even that fails the log has it.
 */
export function registerRefusals(app: FastifyInstance, db: Db): void {
  const isBounded = app.guesses !== null
  const hasRoom = boundRefusals()
  app.addHook('onError', async (request, _reply, error) => {
    if (!((error as unknown) instanceof Refusal) || !isKept(request)) return
    if (isBounded && !hasRoom(request)) return
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
