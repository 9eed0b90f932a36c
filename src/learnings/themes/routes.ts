import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Id } from '../../lib/schema.ts'
import { answerHearing } from './answer-hearing.ts'
import { changeTheme } from './change-theme.ts'
import { createTheme } from './create-theme.ts'
import { decideTheme } from './decide-theme.ts'
import { mergeTheme, unmergeTheme } from './merge-themes.ts'
import { nameThemeOwner } from './name-owner.ts'
import { placeLearning, takeOutLearning } from './place-learning.ts'
import { readTheme } from './read-theme.ts'
import { themeReadingRoutes } from './reading-routes.ts'
import {
  AnswerBody,
  DecisionBody,
  MergeBody,
  NewThemeBody,
  OwnerBody,
  PlaceBody,
  SplitBody,
  ThemeChangesBody,
  ThemeInFull
} from './schemas.ts'
import { splitTheme } from './split-theme.ts'

const OneTheme = Type.Object({ themeId: Id })
const OneLearning = Type.Object({ learningId: Id })

const makingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/themes', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'createTheme',
      summary: 'Make a theme, empty or from a learning',
      tags: ['Themes'],
      body: NewThemeBody,
      response: { 201: ThemeInFull, ...problems(400, 401, 403, 404, 422) }
    },
    handler: async (request, reply) => {
      const themeId = await createTheme(request.ctx, request.body)
      return reply.code(201).send(await readTheme(request.ctx, themeId))
    }
  })

  app.patch('/themes/:themeId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'changeTheme',
      summary: 'Change the words, the area or the day of the answer',
      description: 'The day is for those who may decide, and moving it stops no clock.',
      tags: ['Themes'],
      params: OneTheme,
      body: ThemeChangesBody,
      response: { 200: ThemeInFull, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => {
      await changeTheme(request.ctx, request.params.themeId, request.body)
      return readTheme(request.ctx, request.params.themeId)
    }
  })

  app.put('/learnings/:learningId/theme', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'placeLearning',
      summary: 'Put a learning into a theme, out of the one it was in; again changes nothing',
      tags: ['Themes', 'Learnings'],
      params: OneLearning,
      body: PlaceBody,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await placeLearning(request.ctx, request.params.learningId, request.body.themeId)
      return reply.code(204).send(null)
    }
  })

  app.delete('/learnings/:learningId/theme', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'takeOutLearning',
      summary: 'Take a learning out of its theme',
      tags: ['Themes', 'Learnings'],
      params: OneLearning,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await takeOutLearning(request.ctx, request.params.learningId)
      return reply.code(204).send(null)
    }
  })
}

const gatheringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/themes/:themeId/merge', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'mergeTheme',
      summary: 'Let a theme stand within another one that says the same',
      description:
        'Each reporter is counted once. One that waits is merged into a decided one by a decider only.',
      tags: ['Themes'],
      params: OneTheme,
      body: MergeBody,
      response: { 200: ThemeInFull, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => {
      await mergeTheme(request.ctx, request.params.themeId, request.body.intoId)
      return readTheme(request.ctx, request.body.intoId)
    }
  })

  app.delete('/themes/:themeId/merge', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'unmergeTheme',
      summary: 'Undo the merge of a theme: it stands by itself again, with all that was in it',
      tags: ['Themes'],
      params: OneTheme,
      response: { 200: ThemeInFull, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => {
      await unmergeTheme(request.ctx, request.params.themeId)
      return readTheme(request.ctx, request.params.themeId)
    }
  })

  app.post('/themes/:themeId/splits', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'splitTheme',
      summary: 'Move chosen learnings to a new theme',
      tags: ['Themes'],
      params: OneTheme,
      body: SplitBody,
      response: { 201: ThemeInFull, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) => {
      const themeId = await splitTheme(request.ctx, request.params.themeId, request.body)
      return reply.code(201).send(await readTheme(request.ctx, themeId))
    }
  })
}

const answeringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/themes/:themeId/decisions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'decideTheme',
      summary: 'Decide on a theme, as its owner, a lead of theirs or an executive',
      description:
        'All who reported it are told. `deciding` says that somebody looks into it; the clock runs on until doing, done or declined.',
      tags: ['Themes'],
      params: OneTheme,
      body: DecisionBody,
      response: { 201: ThemeInFull, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await decideTheme(request.ctx, request.params.themeId, request.body)
      return reply.code(201).send(await readTheme(request.ctx, request.params.themeId))
    }
  })

  app.put('/themes/:themeId/owner', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'nameThemeOwner',
      summary: 'Give a theme to another owner, with a reason',
      tags: ['Themes'],
      params: OneTheme,
      body: OwnerBody,
      response: { 200: ThemeInFull, ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => {
      await nameThemeOwner(request.ctx, request.params.themeId, request.body)
      return readTheme(request.ctx, request.params.themeId)
    }
  })

  app.post('/themes/:themeId/hearings/:hearingId/answer', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'answerHearing',
      summary: 'Answer in words what was put before me; only a decision stops the clock',
      tags: ['Themes'],
      params: Type.Object({ themeId: Id, hearingId: Id }),
      body: AnswerBody,
      response: { 201: ThemeInFull, ...problems(400, 401, 404, 409) }
    },
    handler: async (request, reply) => {
      await answerHearing(request.ctx, request.params, request.body.answer)
      return reply.code(201).send(await readTheme(request.ctx, request.params.themeId))
    }
  })
}

export const themeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(themeReadingRoutes)
  await app.register(makingRoutes)
  await app.register(gatheringRoutes)
  await app.register(answeringRoutes)
}
