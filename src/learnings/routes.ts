import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Page } from '../lib/schema.ts'
import { answerNothingNew } from './answer-nothing-new.ts'
import { changeLearning, withdrawLearning } from './change-learning.ts'
import { listLearnings, readLearning } from './list-learnings.ts'
import { listLearningsOwed } from './list-learnings-owed.ts'
import {
  Learning,
  LearningChangesBody,
  LearningOwed,
  LearningsQuery,
  NewLearningBody,
  NothingNew,
  SubmittedLearning
} from './schemas.ts'
import { submitLearning } from './submit-learning.ts'

const Shift = Type.Object({ shiftId: Id })
const OneLearning = Type.Object({ learningId: Id })

const answeringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/shifts/:shiftId/learnings', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'submitLearning',
      summary: 'Hand in one point heard from customers on a shift of mine',
      description: 'From the start of the shift until 14 days after its end; due within 48 hours.',
      tags: ['Learnings'],
      params: Shift,
      body: NewLearningBody,
      response: { 201: SubmittedLearning, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await submitLearning(request.ctx, request.params.shiftId, request.body))
  })

  app.post('/shifts/:shiftId/nothing-new', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'answerNothingNew',
      summary: 'Say that nothing new was heard on a shift of mine; again changes nothing',
      tags: ['Learnings'],
      params: Shift,
      response: { 200: NothingNew, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => answerNothingNew(request.ctx, request.params.shiftId)
  })
}

const correctingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.patch('/learnings/:learningId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'changeLearning',
      summary: 'Change what I handed in, until 14 days after the shift; null clears a field',
      tags: ['Learnings'],
      params: OneLearning,
      body: LearningChangesBody,
      response: { 200: SubmittedLearning, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => changeLearning(request.ctx, request.params.learningId, request.body)
  })

  app.post('/learnings/:learningId/withdrawal', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'withdrawLearning',
      summary: 'Take back what I handed in, until 14 days after the shift; its texts are gone for good',
      tags: ['Learnings'],
      params: OneLearning,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await withdrawLearning(request.ctx, request.params.learningId)
      return reply.code(204).send(null)
    }
  })
}

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/owed-learnings', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listLearningsOwed',
      summary: 'My shifts of the last 14 days that still wait for a learning or a "nothing new"',
      tags: ['Learnings', 'Me'],
      response: { 200: Type.Object({ items: Type.Array(LearningOwed) }), ...problems(401) }
    },
    handler: async (request) => ({ items: await listLearningsOwed(request.ctx) })
  })

  app.get('/learnings', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listLearnings',
      summary: 'What was heard from customers, newest first',
      tags: ['Learnings'],
      querystring: LearningsQuery,
      response: { 200: Page(Learning), ...problems(400, 401) }
    },
    handler: async (request) => listLearnings(request.ctx, request.query)
  })

  app.get('/learnings/:learningId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readLearning',
      summary: 'One learning',
      tags: ['Learnings'],
      params: OneLearning,
      response: { 200: Learning, ...problems(400, 401, 404) }
    },
    handler: async (request) => readLearning(request.ctx, request.params.learningId)
  })
}

export const learningRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(answeringRoutes)
  await app.register(correctingRoutes)
  await app.register(readingRoutes)
}
