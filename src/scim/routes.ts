import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { answerScimError, SCIM_TYPE } from './answer-error.ts'
import { groupEndpoints } from './group-endpoints.ts'
import { listResponse, resourceTypes, schemas, serviceProviderConfig } from './protocol/discovery.ts'
import { isObject } from './protocol/document.ts'
import { ScimProblem } from './protocol/scim-problem.ts'
import { config, type ScimParts, schema } from './route-parts.ts'
import { userEndpoints } from './user-endpoints.ts'

/** Both types of JSON, read alike; a body of any other type is refused with 415. */
function readScimJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  for (const type of ['application/scim+json', 'application/json']) {
    app.addContentTypeParser(type, { parseAs: 'string' }, parse)
  }
}

/** The identity provider asks here what this server can do. */
const discovery: FastifyPluginAsync<ScimParts> = async (app, { base }) => {
  const sendOne = (all: readonly { id: string }[], id: string) => {
    const found = all.find((one) => one.id.toLowerCase() === id.toLowerCase())
    if (!found) throw new ScimProblem(404, undefined, 'There is no such resource.')
    return found
  }
  app.get('/ServiceProviderConfig', { config, schema }, async () => serviceProviderConfig(base))
  app.get('/ResourceTypes', { config, schema }, async () => listResponse(resourceTypes(base)))
  app.get('/Schemas', { config, schema }, async () => listResponse(schemas(base)))
  app.get<{ Params: { id: string } }>('/ResourceTypes/:id', { config, schema }, async ({ params }) =>
    sendOne(resourceTypes(base), params.id)
  )
  app.get<{ Params: { id: string } }>('/Schemas/:id', { config, schema }, async ({ params }) =>
    sendOne(schemas(base), params.id)
  )
}

const NOT_DONE = /^\/scim\/v2\/(Bulk|Me)(\/|\?|$)/

/**
 * SCIM 2.0 (RFC 7643, 7644) for identity providers. It stands outside the API: its own token, its own errors, its own
 * description under `/Schemas`.
 */
export const scimRoutes: FastifyPluginAsync<{ publicUrl: string }> = async (app, { publicUrl }) => {
  const parts = { base: `${publicUrl}/scim/v2` }
  readScimJson(app)
  app.setErrorHandler(answerScimError)
  app.addHook('preSerialization', async (_request, reply, payload) => {
    if (isObject(payload)) reply.type(SCIM_TYPE)
    return payload
  })
  await app.register(discovery, parts)
  await app.register(userEndpoints, parts)
  await app.register(groupEndpoints, parts)
  app.all('/*', { config, schema }, async ({ url }) => {
    if (NOT_DONE.test(url)) throw new ScimProblem(501, undefined, 'This part of SCIM is not served.')
    throw new ScimProblem(404, undefined, 'There is nothing at this address.')
  })
}
