import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashOfSecret } from '../lib/secret-token.ts'
import { MINUTE_MS, networkOf, tallyByMinute } from '../lib/tally.ts'
import { TooManyRefused } from './errors.ts'

/** Wrong tokens, keys and calendar addresses a minute from one network, on each replica: a program that is set up wrongly says less. */
export const MOST_REFUSED = 60
/** Those that were right a while ago; some 5 MB. */
const MOST_KNOWN = 50_000

/** How much is guessed from where, and which secrets are none. */
export interface Guesses {
  /** Seconds to wait, 0 for none: a secret that was right here before never waits for its neighbours. */
  waitFor(from: string, hash: string, at: Date): number
  refused(from: string, hash: string, at: Date): void
  right(hash: string): void
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Null where nothing is limited. */
    guesses: Guesses | null
  }
}

export function countGuesses(): Guesses {
  const tally = tallyByMinute()
  const known = new Set<string>()
  return {
    waitFor(from, hash, at) {
      if (known.has(hash) || tally.read(from, at) < MOST_REFUSED) return 0
      return Math.ceil((MINUTE_MS - (at.getTime() % MINUTE_MS)) / 1000)
    },
    refused(from, hash, at) {
      known.delete(hash)
      tally.add(from, at)
    },
    right(hash) {
      if (known.size >= MOST_KNOWN) known.clear()
      known.add(hash)
    }
  }
}

/**
 * Looks up a secret that somebody sent: a token, a key, a calendar address. Whoever sends too many wrong ones is told to wait
 * and not looked at, so that guessing is slow and costs us nothing; people of the same network whose secret was right
 * before go on.
 *
 * @param find what the secret stands for; null: nothing
 * @throws {TooManyRefused}
 */
export async function lookUpSecret<Found>(
  app: FastifyInstance,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  secret: string,
  find: () => Promise<Found | null>
): Promise<Found | null> {
  if (!app.guesses) return find()
  const [from, hash] = [networkOf(request.ip), hashOfSecret(secret)]
  const wait = app.guesses.waitFor(from, hash, request.visitor.now())
  if (wait > 0) {
    reply.header('retry-after', wait)
    throw new TooManyRefused()
  }
  const found = await find()
  if (found === null) app.guesses.refused(from, hash, request.visitor.now())
  else app.guesses.right(hash)
  return found
}
