import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { type TSchema, Type } from 'typebox'
import type { Db } from '../../db/client.ts'
import { problems } from '../lib/problem.ts'
import { claimKey, type HeldKey } from './claim-key.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Answer } from './queries.ts'

/**
 * together: the request's effects and its answer are kept in one transaction.
 * beside: the request works in transactions of its own, because it goes on after its answer or takes minutes.
 * none: the answer is a secret that must not be kept.
 */
export type IdempotencyMode = 'together' | 'beside' | 'none'

declare module 'fastify' {
  interface FastifyContextConfig {
    idempotency?: IdempotencyMode
  }
  interface FastifyRequest {
    /** What the request works on: the database, or the transaction that keeps its effects with its answer. */
    workingDb: Db | null
    heldKey: (HeldKey & { leave: () => void }) | null
  }
}

export const HEADER = 'idempotency-key'

/** Our planner's emergency brake is at two minutes. */
const BESIDE_IDLE_MS = 150_000

const Header = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^[\\x21-\\x7e]+$',
    examples: ['0197f3c4-7d1e-7c7a-9d0c-5b1f3a2e4d60'],
    description:
      'Any text of yours, such as a UUID. The same key with the same request is answered once more with the first answer for 24 hours, and has one effect however often it is sent. With another request it is refused (422). Answers of 500 and above are not kept, so try again.'
  })
)

/** Every POST of the API by somebody signed in takes the header, unless its answer is a secret. */
function takesKey({ method, url, config }: RouteOptions): boolean {
  const isSignedIn = config?.access !== undefined && config.access !== 'public'
  return method === 'POST' && url.startsWith('/api/') && isSignedIn && config.idempotency !== 'none'
}

function addHeader(route: RouteOptions): void {
  const schema = route.schema ?? {}
  const { properties = {} } = (schema.headers ?? {}) as { properties?: Record<string, TSchema> }
  const headers = Type.Object({ ...properties, [HEADER]: Header })
  const response = { ...problems(409, 422), ...(schema.response as object | undefined) }
  route.schema = { ...schema, headers, response }
}

function hashOf({ method, url, body }: FastifyRequest): string {
  const content = Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? '')
  return createHash('sha256')
    .update(JSON.stringify([method, url]))
    .update(content)
    .digest('hex')
}

function answerFrom(reply: FastifyReply, body: string): Answer {
  const headers: Record<string, string> = {}
  for (const name of ['content-type', 'location']) {
    const value = reply.getHeader(name)
    if (typeof value === 'string') headers[name] = value
  }
  return { status: reply.statusCode, headers, body }
}

/** Null: a stream, which can be read once only. */
function textOf(payload: unknown): string | null {
  if (payload == null) return ''
  if (typeof payload === 'string') return payload
  return Buffer.isBuffer(payload) ? payload.toString() : null
}

function replay(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  reply.code(status).headers({ ...headers, 'idempotency-replayed': 'true' })
  return body === '' ? reply.send() : reply.serializer((text: string) => text).send(body)
}

/**
 * The same POST sent twenty times has one effect and one answer: for requests with an `Idempotency-Key` the answer is
 * kept for a day, per person.
 */
export function registerIdempotency(app: FastifyInstance, db: Db): void {
  const turnstile = oneAtATime()
  app.decorateRequest('workingDb', null)
  app.decorateRequest('heldKey', null)

  async function claim(request: FastifyRequest, reply: FastifyReply) {
    const key = request.headers[HEADER]
    if (typeof key !== 'string') return
    const { actor, now } = request.ctx
    const isBeside = request.routeOptions.config.idempotency === 'beside'
    const leave = await turnstile(`${actor.employeeId} ${key}`)
    const claimed = await claimKey(
      db,
      { actorId: actor.employeeId, key, requestHash: hashOf(request) },
      { now: now(), ...(isBeside && { idleMs: BESIDE_IDLE_MS }) }
    ).catch((error: unknown) => {
      leave()
      throw error
    })
    if ('kept' in claimed) {
      leave()
      return replay(reply, claimed.kept)
    }
    request.heldKey = { ...claimed.held, leave }
    if (!isBeside) request.workingDb = claimed.held.tx as unknown as Db
  }

  async function settle(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
    const held = request.heldKey
    if (!held) return
    request.heldKey = null
    const body = textOf(payload)
    try {
      if (reply.statusCode >= 500 || body === null) await held.letGo()
      else await held.keep(answerFrom(reply, body))
      if (body === null) throw new Error('a streamed answer cannot be kept: declare config.idempotency none')
    } finally {
      held.leave()
    }
  }

  app.addHook('onRoute', (route) => {
    if (!takesKey(route)) return
    addHeader(route)
    route.preHandler = [claim, ...[route.preHandler ?? []].flat()]
    route.onSend = [settle, ...[route.onSend ?? []].flat()]
  })
}
