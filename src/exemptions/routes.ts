import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import {
  Body,
  Id,
  Instant,
  LocalDateText,
  Nullable,
  NullableInstant,
  OneOf,
  Page,
  PageQuery,
  Words
} from '../lib/schema.ts'
import { EXEMPTION_REASONS } from '../words.ts'
import { askExemption } from './ask-exemption.ts'
import { approveExemption, refuseExemption } from './decide-exemption.ts'
import { readExemption, readExemptions } from './read-exemptions.ts'
import { withdrawExemption } from './withdraw-exemption.ts'

const Named = Type.Object({ id: Id, name: Type.String() })

const Exemption = {
  id: Id,
  employee: Named,
  team: Named,
  fromOn: LocalDateText,
  toOn: LocalDateText,
  state: OneOf(['asked', 'granted', 'refused', 'withdrawn']),
  reason: OneOf(
    [...EXEMPTION_REASONS, 'personal'],
    'personal: the person and those who decide know which; the team does not.'
  ),
  note: Nullable(Type.String({ description: 'For the person and those who decide.' })),
  askedAt: Instant,
  grantedAt: NullableInstant,
  refusedAt: NullableInstant,
  refusedBy: Nullable(Named),
  refusal: Nullable(Type.String()),
  withdrawnAt: NullableInstant,
  approvals: Type.Array(
    Type.Object({ by: Named, asLead: Type.Boolean(), asHr: Type.Boolean(), approvedAt: Instant })
  )
}

const Params = Type.Object({ exemptionId: Id })

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/exemptions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listExemptions',
      summary: 'Exemptions of your team and of teams you lead; HR sees all',
      description: 'Nobody holds one in silence. Private reasons show as personal.',
      tags: ['Exemptions'],
      querystring: Type.Object({ ...PageQuery, teamId: Type.Optional(Id) }),
      response: { 200: Page(Type.Object(Exemption)), ...problems(400, 401) }
    },
    handler: async (request) => readExemptions(request.ctx, request.query)
  })

  app.get('/exemptions/:exemptionId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readExemption',
      summary: 'One exemption',
      tags: ['Exemptions'],
      params: Params,
      response: { 200: Type.Object(Exemption), ...problems(400, 401, 404) }
    },
    handler: async (request) => readExemption(request.ctx, request.params.exemptionId)
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/exemptions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'askExemption',
      summary: 'Ask that you owe nothing for some days, 26 weeks at most',
      description:
        'From `fromOn` until before `toOn`. A lead or HR may ask for somebody. An executive’s shifts can be swapped, never waived.',
      tags: ['Exemptions'],
      body: Body({
        employeeId: Type.Optional(Id),
        fromOn: LocalDateText,
        toOn: LocalDateText,
        reason: OneOf(EXEMPTION_REASONS),
        note: Type.Optional(Words(1000, 'For those who decide; the team does not see it.'))
      }),
      response: { 201: Type.Object(Exemption), ...problems(400, 401, 404, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await askExemption(request.ctx, request.body))
  })

  app.post('/exemptions/:exemptionId/approval', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'approveExemption',
      summary: 'Say yes to an exemption, as a lead of the team or as HR',
      description: 'Above 10% of a team it takes both. Nobody approves their own.',
      tags: ['Exemptions'],
      params: Params,
      response: {
        200: Type.Object({
          ...Exemption,
          awaits: Type.Array(OneOf(['lead', 'hr']), { description: 'Whose yes is still missing.' })
        }),
        ...problems(400, 401, 403, 404, 409)
      }
    },
    handler: async (request) => approveExemption(request.ctx, request.params.exemptionId)
  })

  app.post('/exemptions/:exemptionId/refusal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'refuseExemption',
      summary: 'Say no to an exemption, with the reason',
      tags: ['Exemptions'],
      params: Params,
      body: Body({ reason: Words(500, 'The person reads it.') }),
      response: { 200: Type.Object(Exemption), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => refuseExemption(request.ctx, request.params.exemptionId, request.body.reason)
  })

  app.post('/exemptions/:exemptionId/withdrawal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'withdrawExemption',
      summary: 'Take an exemption back; one that runs ends today',
      tags: ['Exemptions'],
      params: Params,
      response: { 200: Type.Object(Exemption), ...problems(400, 401, 404, 409) }
    },
    handler: async (request) => withdrawExemption(request.ctx, request.params.exemptionId)
  })
}

export const exemptionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
