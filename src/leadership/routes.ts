import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CsvReply, sendCsv } from '../lib/csv-reply.ts'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, LocalDateText, Nullable, Words } from '../lib/schema.ts'
import { writeLeadershipCsv } from './participation-csv.ts'
import { readLeadersFirstPolicy, setLeadersFirst } from './policy.ts'
import { readLeadershipParticipation } from './read-participation.ts'

const Group = Type.Object({
  people: Type.Integer(),
  dueMinutes: Type.Integer({ description: 'Without what is waived.' }),
  doneMinutes: Type.Integer({ description: 'Worked and credited.' }),
  shareDone: Nullable(Type.Number()),
  tookPart: Type.Integer({ description: 'People with hours in the ledger.' }),
  shareTookPart: Type.Number()
})

const Participation = Type.Object({
  fromOn: LocalDateText,
  toOn: LocalDateText,
  leaders: Nullable(Group),
  everybody: Nullable(Group),
  overrides: Type.Array(
    Type.Object({
      publicationId: Id,
      rotationName: Type.String(),
      fromOn: LocalDateText,
      toOn: LocalDateText,
      leaders: Type.Integer(),
      reason: Type.String(),
      overriddenAt: Instant,
      overriddenBy: Nullable(Type.Object({ id: Id, name: Nullable(Type.String()) }))
    })
  )
})

const Policy = Type.Object({
  isOn: Type.Boolean(),
  isDefault: Type.Boolean({ description: 'Nobody ever changed it.' }),
  history: Type.Array(
    Type.Object({
      isOn: Type.Boolean(),
      reason: Type.String(),
      setAt: Instant,
      setBy: Type.Object({ id: Id, name: Type.String() })
    })
  )
})

const Days = Type.Object({
  fromOn: Type.Optional(LocalDateText),
  toOn: Type.Optional(LocalDateText)
})

export const leadershipRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/leadership/participation', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readLeadershipParticipation',
      summary: 'Hours due and done of executives and leads beside everybody’s; for everybody to see',
      description: 'Groups of fewer than five people are null. Without days: this quarter.',
      tags: ['Leadership'],
      querystring: Days,
      response: { 200: Participation, ...problems(400, 401) }
    },
    handler: async (request) => readLeadershipParticipation(request.ctx, request.query)
  })

  app.get('/leadership/participation.csv', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'downloadLeadershipParticipation',
      summary: 'The same as CSV',
      tags: ['Leadership'],
      querystring: Days,
      produces: ['text/csv'],
      response: { ...CsvReply, ...problems(400, 401) }
    },
    handler: async (request, reply) => sendCsv(reply, await writeLeadershipCsv(request.ctx, request.query))
  })

  app.get('/leadership/policy', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readLeadersFirst',
      summary: 'Whether leaders must be planned before staff shifts are published, and who changed that why',
      tags: ['Leadership'],
      response: { 200: Policy, ...problems(401) }
    },
    handler: async (request) => readLeadersFirstPolicy(request.ctx)
  })

  app.put('/leadership/policy', {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'setLeadersFirst',
      summary: 'Turn the policy on or off, with the reason; leaders are told',
      tags: ['Leadership'],
      body: Body({ isOn: Type.Boolean(), reason: Words(500) }),
      response: { 200: Policy, ...problems(400, 401, 403, 409) }
    },
    handler: async (request) => setLeadersFirst(request.ctx, request.body)
  })
}
