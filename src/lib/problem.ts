import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { databaseAnswer } from './database-answer.ts'
import { Refusal } from './errors.ts'

/** Errors as RFC 9457 problem details, with a stable `code` that programs may rely on. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'The code as a URN.' }),
    title: Type.String({ description: 'What went wrong and what to do, in one sentence.' }),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; programs may rely on it.' }),
    instance: Type.String({ description: 'The request id, as in the log.' }),
    details: Type.Optional(Type.Unknown()),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), message: Type.String() }), {
        description: 'For an unreadable request: each field and what is wrong with it.'
      })
    )
  },
  { $id: 'Problem', title: 'Problem' }
)

type Body = Record<string, unknown>

/** The responses of a route that may fail with these statuses. */
export function problems<Status extends number>(...statuses: Status[]) {
  const response = (status: Status) => ({
    description: `Refused (${status})`,
    content: { 'application/problem+json': { schema: Type.Ref('Problem') } }
  })
  return Object.fromEntries(statuses.map((status) => [status, response(status)])) as Record<
    Status,
    ReturnType<typeof response>
  >
}

function send(reply: FastifyReply, status: number, code: string, title: string, more: Body = {}) {
  const problem = {
    type: `urn:lyttepost:problem:${code}`,
    title,
    status,
    code,
    instance: reply.request.id,
    ...more
  }
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

interface SchemaError {
  instancePath: string
  message?: string
  params?: { missingProperty?: unknown; requiredProperties?: string[]; additionalProperties?: string[] }
}

function fieldErrors(context: string, errors: SchemaError[]) {
  return errors.slice(0, 20).map(({ instancePath, message = 'is not right', params }) => {
    const extra = params?.requiredProperties ?? params?.additionalProperties
    const field = `${context}${instancePath.replaceAll('/', '.')}`
    return { field, message: extra ? `${message}: ${extra.join(', ')}` : message }
  })
}

const FRAMEWORK_SENTENCES: Record<string, string> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    'This content type is not read here; send what the API documentation names.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty although its content type is JSON.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as its Content-Length says.'
}

function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refusal) {
    const details = error.details === undefined ? {} : { details: error.details }
    return send(reply, error.status, error.code, error.message, details)
  }
  if (error.validation) {
    const errors = fieldErrors(error.validationContext ?? 'body', error.validation as SchemaError[])
    return send(reply, 400, 'REQUEST_NOT_VALID', 'The request has fields that cannot be accepted.', {
      errors
    })
  }
  const status = error.statusCode ?? 500
  if (status === 429)
    return send(reply, 429, 'TOO_MANY_REQUESTS', 'Too many requests; wait a minute and try again.')
  if (status >= 400 && status < 500) {
    const code = error.code?.startsWith('FST_')
      ? error.code.replace(/^FST_ERR_(CTP_)?/, '')
      : 'REQUEST_REFUSED'
    return send(reply, status, code, FRAMEWORK_SENTENCES[error.code] ?? error.message)
  }
  const answer = databaseAnswer(error)
  if (answer) {
    if (answer.status >= 500) request.log.warn({ err: error }, answer.code)
    if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
    return send(reply, answer.status, answer.code, answer.sentence)
  }
  request.log.error({ err: error }, 'unexpected error')
  return send(
    reply,
    500,
    'UNEXPECTED',
    'Something went wrong on our side. It has been logged with this instance.'
  )
}

/** One handler for every error of the API; what it does not know is a bug and tells the client nothing. */
export function registerProblems(app: FastifyInstance): void {
  app.addSchema(Problem)
  app.setErrorHandler(answerError)
}

/** The answer for an address that no route serves. */
export function sendNotFound(reply: FastifyReply): FastifyReply {
  return send(reply, 404, 'NOT_FOUND', 'There is nothing at this address, or nothing that you may see.')
}
