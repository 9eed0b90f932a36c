import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { changePerson } from './people/change-person.ts'
import { createPerson } from './people/create-person.ts'
import { deletePerson } from './people/delete-person.ts'
import { personDocument } from './people/person-document.ts'
import { readPerson } from './people/read-person.ts'
import { ifMatch, sendUnlessKnown } from './preconditions.ts'
import { applyPatch } from './protocol/apply-patch.ts'
import { USERS } from './protocol/attributes.ts'
import { type Document, isComplex } from './protocol/document.ts'
import { readListQuery, readProjection } from './protocol/list-query.ts'
import { project } from './protocol/project.ts'
import { readResource } from './protocol/read-resource.ts'
import { listUsers } from './read-lists.ts'
import { type ById, config, type ScimParts, schema } from './route-parts.ts'

type Row = Awaited<ReturnType<typeof readPerson>>

/** A PUT that leaves out whether somebody is here leaves it as it is. */
const replacing =
  (body: unknown) =>
  (before: Document): Document => {
    const document = readResource(USERS, body)
    return { ...document, active: document.active ?? before.active! }
  }

/** `/Users`: the people of the company. */
export const userEndpoints: FastifyPluginAsync<ScimParts> = async (app, { base }) => {
  const versionIn = ({ meta }: Document) => (isComplex(meta) ? String(meta.version) : '')
  const check = (request: FastifyRequest) => {
    const matches = ifMatch(request)
    return (row: Row) => matches(versionIn(personDocument(row, base)))
  }
  const send = (request: FastifyRequest, reply: FastifyReply, row: Row) => {
    const document = personDocument(row, base)
    return reply
      .header('etag', versionIn(document))
      .send(project(USERS, document, readProjection(request.query)))
  }

  app.get('/Users', { config, schema }, async ({ visitor, query }) =>
    listUsers(visitor, readListQuery(USERS, query), base)
  )
  app.post('/Users/.search', { config, schema }, async ({ visitor, body }) =>
    listUsers(visitor, readListQuery(USERS, body), base)
  )
  app.get<ById>('/Users/:id', { config, schema }, async (request, reply) => {
    const document = personDocument(await readPerson(request.visitor, request.params.id), base)
    const shown = project(USERS, document, readProjection(request.query))
    return sendUnlessKnown(request, reply, versionIn(document), shown)
  })
  app.post('/Users', { config, schema }, async (request, reply) => {
    const row = await createPerson(request.visitor, request.body)
    return send(request, reply.code(201).header('location', `${base}/Users/${row.person.id}`), row)
  })
  app.put<ById>('/Users/:id', { config, schema }, async (request, reply) => {
    const { visitor, params, body } = request
    return send(request, reply, await changePerson(visitor, params.id, check(request), replacing(body)))
  })
  app.patch<ById>('/Users/:id', { config, schema }, async (request, reply) => {
    const { visitor, params, body } = request
    const change = (before: Document) => applyPatch(USERS, before, body)
    return send(request, reply, await changePerson(visitor, params.id, check(request), change))
  })
  app.delete<ById>('/Users/:id', { config, schema }, async (request, reply) => {
    await deletePerson(request.visitor, request.params.id, check(request))
    return reply.code(204).send()
  })
}
