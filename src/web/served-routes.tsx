import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { answerCase, countCases, takeBackCase } from '../seasons/answer-cases.ts'
import { readAnswering } from '../seasons/read-my-cases.ts'
import { tellMood } from '../seasons/tell-mood.ts'
import { SERVED_ANSWERS } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { ServedPage } from './pages/served/served-page.tsx'
import { servedTexts } from './texts/served.ts'

const config = { access: 'signed-in' } as const
const params = Type.Object({ shiftId: Id })
const TOLD = ['thanksTap', 'thanksBack', 'thanksCounts', 'thanksMood'] as const
const Count = Type.String({ pattern: '^[0-9]{1,3}$' })

const backTo = (reply: FastifyReply, shiftId: string, told: (typeof TOLD)[number]) =>
  reply.redirect(`/shifts/${shiftId}/served?told=${told}`, 303)

const servedForms: FastifyPluginAsyncTypebox = async (app) => {
  const tap = Body({ servedWell: OneOf(SERVED_ANSWERS) })
  app.post(
    '/shifts/:shiftId/cases',
    { config, schema: { hide: true, params, body: tap } },
    async ({ ctx, params: { shiftId }, body }, reply) => {
      await answerCase(ctx, shiftId, body.servedWell)
      return backTo(reply, shiftId, 'thanksTap')
    }
  )

  const ofCase = Type.Object({ shiftId: Id, caseId: Id })
  app.post(
    '/shifts/:shiftId/cases/:caseId/take-back',
    { config, schema: { hide: true, params: ofCase, body: Type.Optional(Body({})) } },
    async ({ ctx, params: { shiftId, caseId } }, reply) => {
      await takeBackCase(ctx, caseId)
      return backTo(reply, shiftId, 'thanksBack')
    }
  )

  const counts = Body({ yes: Count, no: Count, unsure: Count })
  app.post(
    '/shifts/:shiftId/case-counts',
    { config, schema: { hide: true, params, body: counts } },
    async ({ ctx, params: { shiftId }, body: { yes, no, unsure } }, reply) => {
      await countCases(ctx, shiftId, { yes: Number(yes), no: Number(no), unsure: Number(unsure) })
      return backTo(reply, shiftId, 'thanksCounts')
    }
  )

  const mood = Body({ mood: OneOf(['1', '2', '3', '4', '5'] as const) })
  app.post(
    '/shifts/:shiftId/mood',
    { config, schema: { hide: true, params, body: mood } },
    async ({ ctx, params: { shiftId }, body }, reply) => {
      await tellMood(ctx, shiftId, Number(body.mood))
      return backTo(reply, shiftId, 'thanksMood')
    }
  )
}

/** How a shift went, said by its people: one tap per customer, counts, and how they feel. */
export const servedPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ told: Type.Optional(OneOf(TOLD)) })
  app.get(
    '/shifts/:shiftId/served',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(servedTexts)
      const view = await readAnswering(request.ctx, request.params.shiftId)
      const told = request.query.told && texts[request.query.told]
      const content = <ServedPage view={view} reader={reader} told={told} />
      return sendPage(request, reply, { title: texts.title, content })
    }
  )
  await app.register(servedForms)
}
