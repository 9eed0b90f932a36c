import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, OneOf, Words } from '../lib/schema.ts'
import { EMPHASES } from '../words.ts'
import { readPlanningPolicy, setPlanningPolicy } from './planning-policy.ts'

const Emphasis = OneOf(EMPHASES)
const words = { evenLoad: Emphasis, evenUnpopular: Emphasis, wishes: Emphasis, promises: Emphasis }

const Policy = Type.Object({
  ...words,
  history: Type.Array(
    Type.Object({
      ...words,
      reason: Type.String(),
      setAt: Instant,
      setBy: Type.Object({ id: Id, name: Type.String() })
    })
  )
})

/** How much what weighs in plans. */
export const planningPolicyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/planning-policy', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readPlanningPolicy',
      summary:
        'How much an even load, unpopular times, wishes and promises weigh in plans, and who set that why',
      tags: ['Rotations'],
      response: { 200: Policy, ...problems(401) }
    },
    handler: async (request) => readPlanningPolicy(request.ctx)
  })

  app.put('/planning-policy', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'setPlanningPolicy',
      summary: 'Set how much what weighs in plans to come, with the reason',
      description: 'Seats come first whatever is said. What is drafted or published stays as it is.',
      tags: ['Rotations'],
      body: Body({ ...words, reason: Words(500) }),
      response: { 200: Policy, ...problems(400, 401, 403, 409) }
    },
    handler: async (request) => setPlanningPolicy(request.ctx, request.body)
  })
}
