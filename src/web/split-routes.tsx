import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { splitTheme } from '../learnings/themes/split-theme.ts'
import { Body, Id, Words } from '../lib/schema.ts'
import { readerFor, sendPage } from './page.ts'
import { SplitPage, type SplitView } from './pages/learnings/split-page.tsx'
import { readSplit } from './read-split.ts'
import { splitTexts } from './texts/split.ts'

const config = { access: 'signed-in' } as const
const params = Type.Object({ themeId: Id })

/** Learnings of a theme that are about something else get a theme of their own. */
export const splitPages: FastifyPluginAsyncTypebox = async (app) => {
  const pageOf = (request: FastifyRequest, view: SplitView) => {
    const reader = readerFor(request)
    return {
      title: reader.say(splitTexts).title,
      content: <SplitPage view={view} reader={reader} />
    }
  }

  const querystring = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })
  app.get(
    '/learnings/themes/:themeId/split',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const view = await readSplit(request.ctx, request.params.themeId, request.query.cursor)
      return sendPage(request, reply, pageOf(request, { ...view, again: null }))
    }
  )

  const form = Body({
    learningIds: Type.Optional(Type.Union([Id, Type.Array(Id, { minItems: 1, maxItems: 1000 })])),
    title: Words(200),
    summary: Type.Optional(Type.String({ maxLength: 4000 }))
  })
  app.post(
    '/learnings/themes/:themeId/split',
    { config, schema: { hide: true, params, body: form } },
    async (request, reply) => {
      const { themeId } = request.params
      const { learningIds, title, summary = '' } = request.body
      if (learningIds === undefined) {
        const view = await readSplit(request.ctx, themeId, undefined)
        const content = pageOf(request, { ...view, again: { title, summary } })
        return sendPage(request, reply, { ...content, status: 400 })
      }
      const newId = await splitTheme(request.ctx, themeId, {
        learningIds: [...new Set([learningIds].flat())],
        title,
        ...(summary.trim() && { summary })
      })
      return reply.redirect(`/learnings/themes/${newId}?told=thanksSplit`, 303)
    }
  )
}
