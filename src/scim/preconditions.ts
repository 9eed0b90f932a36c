import type { FastifyReply, FastifyRequest } from 'fastify'
import { ScimProblem } from './protocol/scim-problem.ts'

const bare = (tag: string) => tag.trim().replace(/^W\//i, '')

/** Entity tags of a header; weak and strong ones are compared alike, as our own are weak. */
const tagsIn = (header: string): string[] => header.split(',').map(bare)

/** A check that the client has seen the resource as it is; without `If-Match` there is none. */
export function ifMatch({ headers }: FastifyRequest): (version: string) => void {
  const wanted = headers['if-match']
  return (version) => {
    if (wanted === undefined || wanted.trim() === '*' || tagsIn(wanted).includes(bare(version))) return
    throw new ScimProblem(412, undefined, 'The resource has changed since it was read. Read it again.')
  }
}

/** Sends a resource with its tag; 304 where the client has it already. */
export function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  document: unknown
) {
  reply.header('etag', version)
  const known = request.headers['if-none-match']
  if (known !== undefined && (known.trim() === '*' || tagsIn(known).includes(bare(version)))) {
    return reply.code(304).send()
  }
  return reply.send(document)
}
