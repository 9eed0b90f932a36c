import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { databaseAnswer } from '../lib/database-answer.ts'
import { Refusal } from '../lib/errors.ts'
import { ScimProblem, type ScimType } from './protocol/scim-problem.ts'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

export const SCIM_TYPE = 'application/scim+json; charset=utf-8'

function send(reply: FastifyReply, status: number, scimType: ScimType | undefined, detail: string) {
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="Lyttepost SCIM"')
  return reply
    .code(status)
    .type(SCIM_TYPE)
    .send({ schemas: [ERROR], status: String(status), ...(scimType && { scimType }), detail })
}

/** Errors as SCIM says them (RFC 7644, 3.12); what is not known is a bug and tells the client nothing. */
export function answerScimError(
  error: FastifyError | Refusal | ScimProblem,
  request: FastifyRequest,
  reply: FastifyReply
) {
  if (error instanceof ScimProblem) return send(reply, error.status, error.scimType, error.message)
  if (error instanceof Refusal) return send(reply, error.status, undefined, error.message)
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) {
    return send(reply, status, status === 400 ? 'invalidSyntax' : undefined, error.message)
  }
  const answer = databaseAnswer(error)
  if (answer) {
    if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter)
    return send(reply, answer.status, answer.status === 400 ? 'invalidValue' : undefined, answer.sentence)
  }
  request.log.error({ err: error }, 'unexpected error')
  return send(reply, 500, undefined, 'Something went wrong on our side. It has been logged.')
}
