import type { Writable } from 'node:stream'
import type { FastifyRequest, FastifyServerOptions, RawServerDefault } from 'fastify'
import { describeError } from './describe-error.ts'

type Options = FastifyServerOptions<RawServerDefault>
type Written = (...args: unknown[]) => void

/**
 * Log lines as JSON that name nobody and hold no key. Of a request the method and the template of its route are written: ids,
 * tokens and searches stand in addresses, and its id is the one that answers and audit entries carry. Of an error, type and
 * place (`describeError`). Nothing is written of headers, bodies, addresses of clients.
 */
export function logOptions(level: string, stream?: Writable): Exclude<Options['logger'], undefined> {
  if (level === 'silent') return false
  const req = ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url ?? null })
  return {
    level,
    base: { pid: process.pid },
    // Fastify's type wants a message; there is none.
    serializers: { req, err: (error: unknown) => ({ ...describeError(error), message: '' }) },
    hooks: { logMethod },
    ...(stream && { stream })
  }
}

/** A line without a text of its own would be given the message of its error. */
function logMethod(this: unknown, args: unknown[], write: unknown): void {
  const method = write as Written
  const [first, text, ...rest] = args
  const err = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
  if (!(err instanceof Error)) {
    method.apply(this, args)
    return
  }
  const fields = first instanceof Error ? { err } : first
  method.apply(this, [fields, typeof text === 'string' ? text : 'an error', ...rest])
}
