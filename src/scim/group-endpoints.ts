import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { changeGroup, createGroup, deleteGroup } from './groups/change-group.ts'
import { versionOfGroup } from './groups/group-document.ts'
import { readGroup } from './groups/read-group.ts'
import { ifMatch, sendUnlessKnown } from './preconditions.ts'
import { applyPatch } from './protocol/apply-patch.ts'
import { GROUPS } from './protocol/attributes.ts'
import { readListQuery, readProjection } from './protocol/list-query.ts'
import { isWanted, project } from './protocol/project.ts'
import { readResource } from './protocol/read-resource.ts'
import { groupDocuments, listScimGroups } from './read-lists.ts'
import { type ById, config, type ScimParts, schema } from './route-parts.ts'

type Group = Awaited<ReturnType<typeof readGroup>>

/** `/Groups`: people who belong together. */
export const groupEndpoints: FastifyPluginAsync<ScimParts> = async (app, { base }) => {
  const check = (request: FastifyRequest) => {
    const matches = ifMatch(request)
    return (group: Group) => matches(versionOfGroup(group))
  }
  const documentOf = async ({ visitor, query }: FastifyRequest, group: Group) => {
    const projection = readProjection(query)
    const [document] = await groupDocuments(visitor, [group], base, isWanted(GROUPS, projection, 'members'))
    return project(GROUPS, document!, projection)
  }
  const send = async (request: FastifyRequest, reply: FastifyReply, group: Group) => {
    reply.header('etag', versionOfGroup(group))
    return reply.send(await documentOf(request, group))
  }

  app.get('/Groups', { config, schema }, async ({ visitor, query }) =>
    listScimGroups(visitor, readListQuery(GROUPS, query), base)
  )
  app.post('/Groups/.search', { config, schema }, async ({ visitor, body }) =>
    listScimGroups(visitor, readListQuery(GROUPS, body), base)
  )
  app.get<ById>('/Groups/:id', { config, schema }, async (request, reply) => {
    const group = await readGroup(request.visitor, request.params.id)
    return sendUnlessKnown(request, reply, versionOfGroup(group), await documentOf(request, group))
  })
  app.post('/Groups', { config, schema }, async (request, reply) => {
    const group = await createGroup(request.visitor, request.body)
    return send(request, reply.code(201).header('location', `${base}/Groups/${group.id}`), group)
  })
  app.put<ById>('/Groups/:id', { config, schema }, async (request, reply) => {
    const { visitor, params, body } = request
    const group = await changeGroup(visitor, params.id, check(request), () => readResource(GROUPS, body))
    return send(request, reply, group)
  })
  // Groups are large and the provider knows what it asked for: no body comes back, as Entra ID and Okta want it.
  app.patch<ById>('/Groups/:id', { config, schema }, async (request, reply) => {
    const { visitor, params, body } = request
    const group = await changeGroup(visitor, params.id, check(request), (before) =>
      applyPatch(GROUPS, before, body)
    )
    return reply.code(204).header('etag', versionOfGroup(group)).send()
  })
  app.delete<ById>('/Groups/:id', { config, schema }, async (request, reply) => {
    await deleteGroup(request.visitor, request.params.id, check(request))
    return reply.code(204).send()
  })
}
