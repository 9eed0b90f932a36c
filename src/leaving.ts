import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether this replica is about to stop. It still serves whoever comes, but wants nobody to come. */
    leaving: Leaving
  }
}

interface Leaving {
  readonly hasBegun: boolean
  /** Begins, and ends when balancers had `drainMs` to notice and nobody has come for a while. */
  begin(drainMs: number): Promise<void>
}

/** Nobody comes for so long: the balancers have noticed. */
const QUIET_MS = 500
/** Whoever still comes after that much more than `drainMs` knows of no other replica. */
const MOST_LONGER_MS = 2_500

/**
 * A replica that is about to stop says so before it does: `/readyz` turns red, so that balancers look for another one, and each
 * answer closes its connection, so that clients who kept theirs alive come back somewhere else. Only when they had time to
 * notice does it stop listening; a request that was on its way then would be lost.
 */
export function registerLeaving(app: FastifyInstance): void {
  let hasBegun = false
  let cameAt = Number.NEGATIVE_INFINITY
  async function begin(drainMs: number): Promise<void> {
    hasBegun = true
    const began = performance.now()
    await pause(drainMs)
    const latest = began + drainMs + MOST_LONGER_MS
    while (drainMs > 0 && performance.now() < Math.min(cameAt + QUIET_MS, latest)) await pause(QUIET_MS / 5)
  }
  app.decorate('leaving', {
    begin,
    get hasBegun() {
      return hasBegun
    }
  })
  app.addHook('onRequest', async ({ routeOptions }) => {
    // Balancers go on asking whether it is back.
    if (hasBegun && routeOptions.url !== '/readyz' && routeOptions.url !== '/healthz')
      cameAt = performance.now()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (hasBegun) reply.header('connection', 'close')
  })
}
