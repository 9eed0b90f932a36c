import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Id } from '../../lib/schema.ts'
import { readBrief } from './read-brief.ts'
import { Brief, BriefQuery, FindingBody, KnownThemes, Suggestions, SuggestionsQuery } from './schemas.ts'
import { searchKnown } from './search-known.ts'
import { suggestThemes } from './suggest-themes.ts'
import { suggestThemesFor } from './suggest-themes-for.ts'

const suggestingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/themes/suggestions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'suggestThemes',
      summary: 'The themes that a text would belong to, while it is typed',
      description: 'Whatever the languages of the text and the themes: English, Norwegian or Swedish.',
      tags: ['Themes'],
      querystring: SuggestionsQuery,
      response: { 200: Suggestions, ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await suggestThemes(request.ctx, request.query.text) })
  })

  app.get('/learnings/:learningId/theme-suggestions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'suggestThemesForLearning',
      summary: 'The themes that a learning would belong to, after it was handed in',
      tags: ['Themes', 'Learnings'],
      params: Type.Object({ learningId: Id }),
      response: { 200: Suggestions, ...problems(400, 401, 404) }
    },
    handler: async (request) => ({ items: await suggestThemesFor(request.ctx, request.params.learningId) })
  })
}

const knowingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/themes/already-known', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'searchKnownThemes',
      summary: 'We already knew: the themes that say what a pasted finding says',
      description: 'With when each was first heard, how often, at what cost, and what was decided.',
      tags: ['Themes'],
      body: FindingBody,
      response: { 200: KnownThemes, ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await searchKnown(request.ctx, request.body.text) })
  })

  app.get('/themes/brief', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readThemesBrief',
      summary: 'All that a printed page shows of up to five themes',
      tags: ['Themes'],
      querystring: BriefQuery,
      response: { 200: Brief, ...problems(400, 401, 404) }
    },
    handler: async (request) => readBrief(request.ctx, request.query.themeId)
  })
}

export const themeSearchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(suggestingRoutes)
  await app.register(knowingRoutes)
}
