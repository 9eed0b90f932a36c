import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { explainPublished } from './explain-assignment.ts'
import { explainDraftShift } from './explain-draft-shift.ts'
import { AssignmentExplanation, DraftFairness, DraftShiftExplanation } from './explanation-schemas.ts'
import { readDraftFairness } from './read-draft-fairness.ts'
import { whatIfRoutes } from './what-if-routes.ts'

const publishedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/assignments/:assignmentId/explanation', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'explainAssignment',
      summary: 'Why me, why now, who was next and why not them, what would change it',
      tags: ['Shifts'],
      params: Type.Object({ assignmentId: Id }),
      response: { 200: AssignmentExplanation, ...problems(400, 401, 403, 404) }
    },
    handler: async ({ ctx, params }) => explainPublished(ctx, params.assignmentId)
  })
}

export const explanationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(publishedRoutes)
  await app.register(whatIfRoutes)

  app.get('/drafts/:draftId/fairness', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'readDraftFairness',
      summary: 'How evenly a draft shares the work, and who gets no shift and why',
      tags: ['Drafts'],
      params: Type.Object({ draftId: Id }),
      response: { 200: DraftFairness, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => readDraftFairness(request.ctx, request.params.draftId)
  })

  app.get('/drafts/:draftId/shifts/:draftShiftId/explanation', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'explainDraftShift',
      summary: 'Why these people would sit on a shift of a draft, and why other seats of it are open',
      tags: ['Drafts'],
      params: Type.Object({ draftId: Id, draftShiftId: Id }),
      response: { 200: DraftShiftExplanation, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async ({ ctx, params }) => explainDraftShift(ctx, params.draftId, params.draftShiftId)
  })
}
