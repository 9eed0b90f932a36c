import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { listProductAreas } from '../learnings/areas/areas.ts'
import { BRIEF_THEMES, readBrief } from '../learnings/search/read-brief.ts'
import { searchKnown } from '../learnings/search/search-known.ts'
import { answerHearing } from '../learnings/themes/answer-hearing.ts'
import { createTheme } from '../learnings/themes/create-theme.ts'
import { decideTheme } from '../learnings/themes/decide-theme.ts'
import { mergeTheme, unmergeTheme } from '../learnings/themes/merge-themes.ts'
import { nameThemeOwner } from '../learnings/themes/name-owner.ts'
import { placeLearning } from '../learnings/themes/place-learning.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { THEME_DECISIONS, THEME_STATES } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { BoardPage } from './pages/learnings/board-page.tsx'
import { BriefPage } from './pages/learnings/brief-page.tsx'
import { HeardPage } from './pages/learnings/heard-page.tsx'
import { KnownPage, type KnownView } from './pages/learnings/known-page.tsx'
import { LeadershipPage } from './pages/learnings/leadership-page.tsx'
import { NewThemePage } from './pages/learnings/theme-forms.tsx'
import { ThemePage } from './pages/learnings/theme-page.tsx'
import { readBoard, readHeard, readLeadership, readThemePage } from './read-learnings.ts'
import { splitPages } from './split-routes.tsx'
import { knownTexts } from './texts/known.ts'
import { leadershipTexts } from './texts/leadership.ts'
import { learningsTexts } from './texts/learnings.ts'

const config = { access: 'signed-in' } as const
const AsOfDay = Type.Object({ asOf: Type.Optional(Type.Union([LocalDateText, Type.Literal('')])) })
const IdOrNothing = Type.Optional(Type.Union([Id, Type.Literal('')]))

const TOLD = [
  'made',
  'placed',
  'thanksDecided',
  'thanksAnswered',
  'thanksMerged',
  'thanksUnmerged',
  'thanksSplit',
  'thanksOwner'
] as const
type Told = (typeof TOLD)[number]
const ToldQuery = { told: Type.Optional(OneOf(TOLD)) }

const boards: FastifyPluginAsyncTypebox = async (app) => {
  const Cursor = Type.Optional(Type.String({ maxLength: 300 }))
  const look = Type.Object({
    area: IdOrNothing,
    state: Type.Optional(OneOf(THEME_STATES)),
    cursor: Cursor
  })
  app.get('/learnings', { config, schema: { hide: true, querystring: look } }, async (request, reply) => {
    const reader = readerFor(request)
    const { area: areaId = '', state = null, cursor } = request.query
    const view = await readBoard(request.ctx, { areaId, state, cursor })
    const content = <BoardPage view={view} reader={reader} />
    return sendPage(request, reply, { title: reader.say(learningsTexts).title, content })
  })

  const page = Type.Object({ cursor: Cursor, ...ToldQuery })
  app.get(
    '/learnings/heard',
    { config, schema: { hide: true, querystring: page } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(learningsTexts)
      const view = await readHeard(request.ctx, request.query.cursor)
      const told = request.query.told && texts[request.query.told]
      const content = <HeardPage view={view} reader={reader} told={told} />
      return sendPage(request, reply, { title: texts.heard, content })
    }
  )

  const then = Type.Object({ ...AsOfDay.properties, cursor: Cursor })
  app.get('/leadership', { config, schema: { hide: true, querystring: then } }, async (request, reply) => {
    const reader = readerFor(request)
    const { asOf = '', cursor } = request.query
    const view = await readLeadership(request.ctx, { asOf, cursor })
    const content = <LeadershipPage view={view} reader={reader} />
    return sendPage(request, reply, { title: reader.say(leadershipTexts).title, content })
  })

  app.post(
    '/learnings/heard/:learningId/theme',
    { config, schema: { hide: true, params: Type.Object({ learningId: Id }), body: Body({ themeId: Id }) } },
    async (request, reply) => {
      await placeLearning(request.ctx, request.params.learningId, request.body.themeId)
      return reply.redirect('/learnings/heard?told=placed', 303)
    }
  )
}

const params = Type.Object({ themeId: Id })
const toTheme = (reply: FastifyReply, themeId: string, told: Told) =>
  reply.redirect(`/learnings/themes/${themeId}?told=${told}`, 303)

const themes: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ ...ToldQuery, ...AsOfDay.properties })
  app.get(
    '/learnings/themes/:themeId',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readThemePage(request.ctx, request.params.themeId, request.query.asOf ?? '')
      const told = request.query.told && reader.say(learningsTexts)[request.query.told]
      const content = <ThemePage view={view} reader={reader} told={told} />
      return sendPage(request, reply, { title: view.theme.title, content })
    }
  )

  app.get('/learnings/new', { config, schema: { hide: true } }, async (request, reply) => {
    const reader = readerFor(request)
    const content = <NewThemePage areas={await listProductAreas(request.ctx)} reader={reader} />
    return sendPage(request, reply, { title: reader.say(learningsTexts).newTheme, content })
  })

  const wanted = Body({
    title: Words(200),
    summary: Type.Optional(Type.String({ maxLength: 4000 })),
    areaId: IdOrNothing
  })
  app.post('/learnings/themes', { config, schema: { hide: true, body: wanted } }, async (request, reply) => {
    const { title, summary, areaId } = request.body
    const themeId = await createTheme(request.ctx, {
      title,
      ...(summary?.trim() && { summary }),
      ...(areaId && { areaId })
    })
    return toTheme(reply, themeId, 'made')
  })
}

const deciding: FastifyPluginAsyncTypebox = async (app) => {
  const decision = Body({ decision: OneOf(THEME_DECISIONS), reason: Words(4000) })
  app.post(
    '/learnings/themes/:themeId/decisions',
    { config, schema: { hide: true, params, body: decision } },
    async (request, reply) => {
      await decideTheme(request.ctx, request.params.themeId, request.body)
      return toTheme(reply, request.params.themeId, 'thanksDecided')
    }
  )

  const hearing = Type.Object({ themeId: Id, hearingId: Id })
  const said = Body({ answer: Words(1000), shownOn: Type.Optional(Id) })
  app.post(
    '/learnings/themes/:themeId/hearings/:hearingId',
    { config, schema: { hide: true, params: hearing, body: said } },
    async ({ ctx, params, body: { answer, shownOn } }, reply) => {
      await answerHearing(ctx, params, answer)
      return toTheme(reply, shownOn ?? params.themeId, 'thanksAnswered')
    }
  )

  app.post(
    '/learnings/themes/:themeId/merge',
    { config, schema: { hide: true, params, body: Body({ intoId: Id }) } },
    async (request, reply) => {
      await mergeTheme(request.ctx, request.params.themeId, request.body.intoId)
      return toTheme(reply, request.body.intoId, 'thanksMerged')
    }
  )

  app.post(
    '/learnings/themes/:themeId/unmerge',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await unmergeTheme(request.ctx, request.params.themeId)
      return toTheme(reply, request.params.themeId, 'thanksUnmerged')
    }
  )

  app.post(
    '/learnings/themes/:themeId/owner',
    { config, schema: { hide: true, params, body: Body({ ownerId: Id, reason: Words(1000) }) } },
    async (request, reply) => {
      await nameThemeOwner(request.ctx, request.params.themeId, request.body)
      return toTheme(reply, request.params.themeId, 'thanksOwner')
    }
  )
}

const searching: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/learnings/known', { config, schema: { hide: true } }, async (request, reply) => {
    const reader = readerFor(request)
    const content = <KnownPage view={{ text: '', found: null }} reader={reader} />
    return sendPage(request, reply, { title: reader.say(knownTexts).title, content })
  })

  app.post(
    '/learnings/known',
    { config, schema: { hide: true, body: Body({ text: Words(5000) }) } },
    async (request, reply) => {
      const reader = readerFor(request)
      const { text } = request.body
      const view: KnownView = { text, found: await searchKnown(request.ctx, text) }
      const content = <KnownPage view={view} reader={reader} />
      return sendPage(request, reply, { title: reader.say(knownTexts).title, content })
    }
  )

  const chosen = Type.Object({
    themeId: Type.Union([Id, Type.Array(Id, { minItems: 1, maxItems: BRIEF_THEMES })])
  })
  app.get(
    '/learnings/brief',
    { config, schema: { hide: true, querystring: chosen } },
    async (request, reply) => {
      const reader = readerFor(request)
      const brief = await readBrief(request.ctx, [request.query.themeId].flat())
      const content = <BriefPage brief={brief} reader={reader} />
      return sendPage(request, reply, { title: reader.say(knownTexts).briefTitle, content })
    }
  )
}

/** What customers have been telling us: the board, themes, the search, the brief, and what leaders cannot overlook. */
export const learningsPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(boards)
  await app.register(themes)
  await app.register(deciding)
  await app.register(splitPages)
  await app.register(searching)
}
