import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { attachEvidence, detachEvidence } from '../seasons/attach-evidence.ts'
import { changeSeason } from '../seasons/change-season.ts'
import { closeSeason } from '../seasons/close-season.ts'
import { declareSeason } from '../seasons/declare-season.ts'
import { SeasonNotYours } from '../seasons/errors.ts'
import { makeGuess } from '../seasons/make-guess.ts'
import { readSeasonRights } from '../seasons/read-rights.ts'
import { readSeasons } from '../seasons/read-seasons.ts'
import { readerFor, sendPage } from './page.ts'
import { AttachPage } from './pages/seasons/attach-page.tsx'
import { CharterPage, NoSeasonPage } from './pages/seasons/charter-page.tsx'
import { ClosingPage } from './pages/seasons/closing-page.tsx'
import { SeasonEditorPage } from './pages/seasons/editor-page.tsx'
import { EvidencePage } from './pages/seasons/evidence-page.tsx'
import { GapPage } from './pages/seasons/gap-page.tsx'
import {
  readCharter,
  readClosingView,
  readEvidencePage,
  readGapView,
  readSeasonView
} from './read-seasons-page.ts'
import { EvidenceForm, GuessForm, readGuessForm, readSeasonForm, SeasonForm } from './season-forms.ts'
import { closingTexts } from './texts/closing.ts'
import { seasonEditorTexts } from './texts/season-editor.ts'
import { seasonTexts } from './texts/seasons.ts'

const config = { access: 'signed-in' } as const
const params = Type.Object({ seasonId: Id })
const TOLD = [
  'declaredTold',
  'changedTold',
  'attachedTold',
  'detachedTold',
  'guessedTold',
  'closedTold'
] as const
type Told = (typeof TOLD)[number]
const querystring = Type.Object({ told: Type.Optional(OneOf(TOLD)) })

const backTo = (reply: FastifyReply, path: string, told: Told) => reply.redirect(`${path}?told=${told}`, 303)

const charters: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/seasons', { config, schema: { hide: true } }, async (request, reply) => {
    const reader = readerFor(request)
    const view = await readCharter(request.ctx)
    if (view) {
      const content = <CharterPage view={view} reader={reader} told={undefined} />
      return sendPage(request, reply, { title: view.season.name, content })
    }
    const { mayDeclare } = await readSeasonRights(request.ctx)
    const content = <NoSeasonPage mayDeclare={mayDeclare} reader={reader} />
    return sendPage(request, reply, { title: reader.say(seasonTexts).title, content })
  })

  app.get(
    '/seasons/:seasonId',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = (await readCharter(request.ctx, request.params.seasonId))!
      const told = request.query.told && reader.say(seasonTexts)[request.query.told]
      const content = <CharterPage view={view} reader={reader} told={told} />
      return sendPage(request, reply, { title: view.season.name, content })
    }
  )
}

const declaring: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/seasons/new', { config, schema: { hide: true } }, async (request, reply) => {
    const { ctx } = request
    if (!(await readSeasonRights(ctx)).mayDeclare) throw new SeasonNotYours()
    const reader = readerFor(request)
    // The quarter to come: guesses are made before a season begins.
    const thisQuarter = quarterOf(localDateOf(ctx.now(), ctx.actor.timeZone))
    const content = <SeasonEditorPage season={null} days={quarterOf(thisQuarter.toOn)} reader={reader} />
    return sendPage(request, reply, { title: reader.say(seasonEditorTexts).newTitle, content })
  })

  app.post('/seasons', { config, schema: { hide: true, body: SeasonForm } }, async (request, reply) => {
    const { id } = await declareSeason(request.ctx, readSeasonForm(request.body))
    return backTo(reply, `/seasons/${id}`, 'declaredTold')
  })

  app.get('/seasons/:seasonId/edit', { config, schema: { hide: true, params } }, async (request, reply) => {
    const reader = readerFor(request)
    const { season, rights } = await readSeasonView(request.ctx, request.params.seasonId)
    if (!rights.mayDeclare) throw new SeasonNotYours()
    const content = <SeasonEditorPage season={season} days={season} reader={reader} />
    return sendPage(request, reply, { title: reader.say(seasonEditorTexts).editTitle, content })
  })

  app.post(
    '/seasons/:seasonId',
    { config, schema: { hide: true, params, body: SeasonForm } },
    async (request, reply) => {
      const { seasonId } = request.params
      await changeSeason(request.ctx, seasonId, readSeasonForm(request.body))
      return backTo(reply, `/seasons/${seasonId}`, 'changedTold')
    }
  )
}

const evidence: FastifyPluginAsyncTypebox = async (app) => {
  const ofGoal = Type.Object({ seasonId: Id, goalId: Id })
  app.get(
    '/seasons/:seasonId/goals/:goalId/evidence',
    { config, schema: { hide: true, params: ofGoal } },
    async (request, reply) => {
      const reader = readerFor(request)
      const { seasonId, goalId } = request.params
      const view = await readEvidencePage(request.ctx, seasonId, goalId)
      const content = <EvidencePage view={view} reader={reader} />
      return sendPage(request, reply, { title: reader.say(seasonEditorTexts).evidenceTitle, content })
    }
  )

  app.post(
    '/seasons/:seasonId/goals/:goalId/evidence',
    { config, schema: { hide: true, params: ofGoal, body: EvidenceForm } },
    async ({ ctx, params: { seasonId, goalId }, body }, reply) => {
      await attachEvidence(ctx, goalId, body)
      return backTo(reply, `/seasons/${seasonId}`, 'attachedTold')
    }
  )

  const asked = Type.Object({ kind: OneOf(['learning', 'theme'] as const), id: Id })
  app.get(
    '/seasons/attach',
    { config, schema: { hide: true, querystring: asked } },
    async (request, reply) => {
      const { ctx, query } = request
      const reader = readerFor(request)
      const seasons = (await readSeasons(ctx)).filter(({ state }) => state !== 'closed')
      const view = { kind: query.kind, sourceId: query.id.toLowerCase(), seasons }
      const content = <AttachPage view={view} reader={reader} />
      return sendPage(request, reply, { title: reader.say(seasonEditorTexts).whichGoal, content })
    }
  )

  const ofEvidence = Type.Object({ seasonId: Id, evidenceId: Id })
  app.post(
    '/seasons/:seasonId/evidence/:evidenceId/detach',
    { config, schema: { hide: true, params: ofEvidence, body: Type.Optional(Body({})) } },
    async ({ ctx, params: { seasonId, evidenceId } }, reply) => {
      await detachEvidence(ctx, evidenceId)
      return backTo(reply, `/seasons/${seasonId}`, 'detachedTold')
    }
  )
}

const outcomes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = { hide: true, params, querystring }
  app.get('/seasons/:seasonId/gap', { config, schema }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(seasonTexts)
    const view = await readGapView(request.ctx, request.params.seasonId)
    const content = (
      <GapPage view={view} reader={reader} told={request.query.told && texts[request.query.told]} />
    )
    return sendPage(request, reply, { title: `${texts.gap}: ${view.season.name}`, content })
  })

  app.post(
    '/seasons/:seasonId/guess',
    { config, schema: { hide: true, params, body: GuessForm } },
    async ({ ctx, params: { seasonId }, body }, reply) => {
      await makeGuess(ctx, seasonId, readGuessForm(body))
      return backTo(reply, `/seasons/${seasonId}/gap`, 'guessedTold')
    }
  )

  app.get('/seasons/:seasonId/closing', { config, schema }, async (request, reply) => {
    const reader = readerFor(request)
    const view = await readClosingView(request.ctx, request.params.seasonId)
    const told = request.query.told && reader.say(seasonTexts)[request.query.told]
    const content = <ClosingPage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: reader.say(closingTexts).title(view.season.name), content })
  })

  app.post(
    '/seasons/:seasonId/closing',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async ({ ctx, params: { seasonId } }, reply) => {
      await closeSeason(ctx, seasonId)
      return backTo(reply, `/seasons/${seasonId}/closing`, 'closedTold')
    }
  )
}

/** Seasons: the charter and its evidence, guesses and the gap, the closing page. */
export const seasonPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(charters)
  await app.register(declaring)
  await app.register(evidence)
  await app.register(outcomes)
}
