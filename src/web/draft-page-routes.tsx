import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, Id, LocalDateText, OneOf } from '../lib/schema.ts'
import { beginDraft } from '../rotations/create-draft.ts'
import { discardDraft } from '../rotations/discard-draft.ts'
import { explainDraftShift } from '../rotations/explain-draft-shift.ts'
import { pinSeat, releasePin } from '../rotations/pin-seat.ts'
import { publishDraft } from '../rotations/publish-draft.ts'
import { readDraftSummary } from '../rotations/read-drafts.ts'
import { readPublication } from '../rotations/read-publications.ts'
import { revertPublication } from '../rotations/revert-publication.ts'
import { stopPlanning } from '../rotations/stop-planning.ts'
import { Told } from './components/told.tsx'
import { readerFor, sendPage } from './page.ts'
import { DraftPage } from './pages/plan/draft-page.tsx'
import { ExplainPage } from './pages/plan/explain-page.tsx'
import { FailedPage, PlanningPage } from './pages/plan/planning-page.tsx'
import { PublicationPage } from './pages/plan/publication-page.tsx'
import { mayChangePlans, readDraftPage } from './read-plan.ts'
import { draftTexts } from './texts/draft.ts'
import { explainTexts } from './texts/explain.ts'
import { planTexts } from './texts/plan.ts'

const readers = { access: ['lead', 'hr', 'admin'] as const }
const planners = { access: ['hr', 'admin'] as const }
const params = Type.Object({ draftId: Id })
const shift = Type.Object({ draftId: Id, draftShiftId: Id })
const TOLD = ['discardedTold'] as const

const reading: FastifyPluginAsyncTypebox = async (app) => {
  const look = Type.Object({
    week: Type.Optional(LocalDateText),
    told: Type.Optional(OneOf(TOLD)),
    stopping: Type.Optional(Type.Literal('1'))
  })
  app.get(
    '/plan/drafts/:draftId',
    { config: readers, schema: { hide: true, params, querystring: look } },
    async (request, reply) => {
      const { ctx, query } = request
      const { draftId } = request.params
      const reader = readerFor(request)
      const title = reader.say(draftTexts).title
      const { outlook, ...view } = await readDraftPage(ctx, draftId, query.week)
      const { draft, mayChange } = view
      if (draft.state === 'planning') {
        const work = { draft, mayChange, isStopping: query.stopping !== undefined, reader }
        return sendPage(request, reply, { title, content: <PlanningPage {...work} /> })
      }
      if (!outlook) {
        return sendPage(request, reply, { title, content: <FailedPage draft={draft} reader={reader} /> })
      }
      const told = query.told && reader.say(planTexts)[query.told]
      return sendPage(request, reply, {
        title,
        content: <DraftPage view={{ ...view, ...outlook }} reader={reader} told={told} />
      })
    }
  )

  const pinTold = Type.Object({ told: Type.Optional(OneOf(['pinnedTold', 'releasedTold'] as const)) })
  app.get(
    '/plan/drafts/:draftId/shifts/:draftShiftId',
    { config: readers, schema: { hide: true, params: shift, querystring: pinTold } },
    async (request, reply) => {
      const { draftId, draftShiftId } = request.params
      const reader = readerFor(request)
      const explained = await explainDraftShift(request.ctx, draftId, draftShiftId)
      const texts = reader.say(explainTexts)
      const { state } = await readDraftSummary(request.ctx, draftId)
      const mayPin = mayChangePlans(request.ctx) && state === 'open'
      const content = (
        <>
          <Told text={request.query.told && texts[request.query.told]} />
          <ExplainPage explained={explained} mayPin={mayPin} reader={reader} />
        </>
      )
      return sendPage(request, reply, { title: texts.title, content })
    }
  )
}

const deciding: FastifyPluginAsyncTypebox = async (app) => {
  const none = { hide: true, params, body: Type.Optional(Body({})) }

  app.post('/plan/drafts/:draftId/stop', { config: planners, schema: none }, async (request, reply) => {
    const { draftId } = request.params
    await stopPlanning(request.ctx, draftId)
    return reply.redirect(`/plan/drafts/${draftId}?stopping=1`, 303)
  })

  app.post('/plan/drafts/:draftId/discard', { config: planners, schema: none }, async (request, reply) => {
    const { draftId } = request.params
    await discardDraft(request.ctx, draftId)
    const { rotationId } = await readDraftSummary(request.ctx, draftId)
    return reply.redirect(`/plan/${rotationId}?told=discardedTold`, 303)
  })

  const wanted = Body({ leadersOverride: Type.Optional(Type.String({ maxLength: 500 })) })
  app.post(
    '/plan/drafts/:draftId/publish',
    { config: planners, schema: { hide: true, params, body: Type.Optional(wanted) } },
    async ({ ctx, params: { draftId }, body }, reply) => {
      const { rotationId } = await readDraftSummary(ctx, draftId)
      const reason = body?.leadersOverride?.trim()
      const { publicationId } = await publishDraft(ctx, {
        rotationId,
        draftId,
        ...(reason && { leadersOverride: reason })
      })
      return reply.redirect(`/plan/publications/${publicationId}?told=publishedTold`, 303)
    }
  )
}

/** Seeds are numbered; planning again with pins takes the next, so that the rest may come out another way. */
const LAST_SEED = 2_147_483_647

const pinning: FastifyPluginAsyncTypebox = async (app) => {
  const schema = { hide: true, params: shift, body: Body({ employeeId: Id }) }
  const base = '/plan/drafts/:draftId/shifts/:draftShiftId'

  app.post(`${base}/pin`, { config: planners, schema }, async ({ ctx, params, body }, reply) => {
    await pinSeat(ctx, { ...params, ...body })
    return reply.redirect(`/plan/drafts/${params.draftId}/shifts/${params.draftShiftId}?told=pinnedTold`, 303)
  })

  app.post(`${base}/release`, { config: planners, schema }, async ({ ctx, params, body }, reply) => {
    await releasePin(ctx, { ...params, ...body })
    return reply.redirect(
      `/plan/drafts/${params.draftId}/shifts/${params.draftShiftId}?told=releasedTold`,
      303
    )
  })

  app.post(
    '/plan/drafts/:draftId/replan',
    {
      config: { ...planners, idempotency: 'beside' },
      schema: { hide: true, params, body: Type.Optional(Body({})) }
    },
    async ({ ctx, log, params: { draftId: pinsOf } }, reply) => {
      const { rotationId, fromOn, toOn, mode, seed } = await readDraftSummary(ctx, pinsOf)
      const wanted = { fromOn, toOn, mode, seed: (seed % LAST_SEED) + 1, pinsOf }
      const { draftId, planned } = await beginDraft(ctx, rotationId, wanted)
      // What goes wrong from here on is kept with the draft.
      planned.catch((err) => log.error({ err, draftId }, 'planning failed'))
      return reply.redirect(`/plan/drafts/${draftId}`, 303)
    }
  )
}

const publications: FastifyPluginAsyncTypebox = async (app) => {
  const publicationParams = Type.Object({ publicationId: Id })
  const told = Type.Object({ told: Type.Optional(OneOf(['publishedTold', 'revertedTold'] as const)) })
  app.get(
    '/plan/publications/:publicationId',
    { config: readers, schema: { hide: true, params: publicationParams, querystring: told } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(planTexts)
      const publication = await readPublication(request.ctx, request.params.publicationId)
      const said = request.query.told && texts[request.query.told]
      const mayChange = mayChangePlans(request.ctx)
      const content = (
        <PublicationPage publication={publication} mayChange={mayChange} reader={reader} told={said} />
      )
      return sendPage(request, reply, { title: texts.publicationTitle, content })
    }
  )

  app.post(
    '/plan/publications/:publicationId/revert',
    { config: planners, schema: { hide: true, params: publicationParams, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      const { publicationId } = request.params
      await revertPublication(request.ctx, publicationId)
      return reply.redirect(`/plan/publications/${publicationId}?told=revertedTold`, 303)
    }
  )
}

/** Drafts in the making and made, why they look as they do, publishing and reverting. */
export const draftPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(reading)
  await app.register(deciding)
  await app.register(pinning)
  await app.register(publications)
}
