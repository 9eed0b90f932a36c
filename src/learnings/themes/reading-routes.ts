import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CsvReply, sendCsv } from '../../lib/csv-reply.ts'
import { problems } from '../../lib/problem.ts'
import { Id, Page } from '../../lib/schema.ts'
import { listLeadershipThemes } from './list-leadership-themes.ts'
import { listThemesOf } from './list-themes.ts'
import { readTheme } from './read-theme.ts'
import { AsOfQuery, Theme, ThemeInFull, ThemesQuery } from './schemas.ts'
import { writeThemeCsv } from './theme-csv.ts'
import { writeThemesCsv } from './themes-csv.ts'

const OneTheme = Type.Object({ themeId: Id })

const listingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/themes', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listThemes',
      summary: 'Themes with their clock and price; longest without a decision first',
      tags: ['Themes'],
      querystring: ThemesQuery,
      response: { 200: Page(Theme), ...problems(400, 401) }
    },
    handler: async (request) => listThemesOf(request.ctx, request.query)
  })

  app.get('/leadership/themes', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listLeadershipThemes',
      summary: 'Themes without a decision for 30 days: the ten that wait longest, and all',
      tags: ['Themes'],
      querystring: AsOfQuery,
      response: {
        200: Type.Object({ first: Type.Array(Theme), all: Type.Array(Theme) }),
        ...problems(400, 401)
      }
    },
    handler: async (request) => listLeadershipThemes(request.ctx, request.query)
  })

  app.get('/themes/:themeId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readTheme',
      summary: 'One theme with all that happened to it',
      tags: ['Themes'],
      params: OneTheme,
      querystring: AsOfQuery,
      response: { 200: ThemeInFull, ...problems(400, 401, 404) }
    },
    handler: async (request) => readTheme(request.ctx, request.params.themeId, request.query)
  })
}

const csvRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/themes.csv', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'downloadThemes',
      summary: 'All themes as CSV, with every figure of clock and price',
      tags: ['Themes'],
      querystring: AsOfQuery,
      produces: ['text/csv'],
      response: { ...CsvReply, ...problems(400, 401) }
    },
    handler: async (request, reply) => sendCsv(reply, await writeThemesCsv(request.ctx, request.query))
  })

  app.get('/themes/:themeId/learnings.csv', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'downloadThemeLearnings',
      summary: 'All learnings of a theme as CSV, with what its price is made of',
      tags: ['Themes'],
      params: OneTheme,
      querystring: AsOfQuery,
      produces: ['text/csv'],
      response: { ...CsvReply, ...problems(400, 401, 404) }
    },
    handler: async (request, reply) =>
      sendCsv(reply, await writeThemeCsv(request.ctx, request.params.themeId, request.query))
  })
}

export const themeReadingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(listingRoutes)
  await app.register(csvRoutes)
}
