import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { confirmHours } from '../hours/confirm-hours.ts'
import { answerNothingNew } from '../learnings/answer-nothing-new.ts'
import { suggestThemes } from '../learnings/search/suggest-themes.ts'
import { submitLearning } from '../learnings/submit-learning.ts'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { AnyForm, textIn } from './any-form.ts'
import { HoursForm, LearningForm, readHoursForm, readLearningForm } from './forms.ts'
import { readerFor, sendPage } from './page.ts'
import { StartNote } from './pages/people/start-page.tsx'
import { SuggestedThemes } from './pages/today/hand-in.tsx'
import { TodayPage } from './pages/today/today-page.tsx'
import { readToday } from './read-today.ts'
import { isNothingPublished } from './start-routes.tsx'
import { frameTexts } from './texts/frame.ts'
import { handInTexts } from './texts/hand-in.ts'
import { todayTexts } from './texts/today.ts'

/** What may be told above the page after a form was sent; the address carries the word, the texts the sentence. */
const TOLD = ['thanksHours', 'thanksLearning', 'thanksMasked', 'thanksNothing'] as const
type Told = (typeof TOLD)[number]

const access = 'signed-in'
const schema = { hide: true }
const backToToday = (reply: FastifyReply, told: Told) => reply.redirect(`/?told=${told}`, 303)

const todayForms: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/hours/:assignmentId',
    { config: { access }, schema: { ...schema, params: Type.Object({ assignmentId: Id }), body: HoursForm } },
    async (request, reply) => {
      await confirmHours(request.ctx, request.params.assignmentId, readHoursForm(request.body))
      return backToToday(reply, 'thanksHours')
    }
  )

  app.post(
    '/shifts/:shiftId/learnings',
    { config: { access }, schema: { ...schema, params: Type.Object({ shiftId: Id }), body: LearningForm } },
    async (request, reply) => {
      const { masked } = await submitLearning(
        request.ctx,
        request.params.shiftId,
        readLearningForm(request.body)
      )
      return backToToday(reply, masked.length > 0 ? 'thanksMasked' : 'thanksLearning')
    }
  )

  app.post(
    '/learnings/suggestions',
    { config: { access }, schema: { ...schema, body: AnyForm } },
    async (request, reply) => {
      const reader = readerFor(request)
      const written = ['triedTo', 'obstacle'].map((name) => textIn(request.body, name)).join(' ')
      const themes = await suggestThemes(request.ctx, written)
      const chosen = textIn(request.body, 'themeId')
      return sendPage(request, reply, {
        title: reader.say(handInTexts).saysTheSame,
        content: <SuggestedThemes themes={themes} chosen={chosen} reader={reader} />
      })
    }
  )

  app.post(
    '/shifts/:shiftId/nothing-new',
    { config: { access }, schema: { ...schema, params: Type.Object({ shiftId: Id }), body: Body({}) } },
    async (request, reply) => {
      await answerNothingNew(request.ctx, request.params.shiftId)
      return backToToday(reply, 'thanksNothing')
    }
  )
}

/** The first screen: my next shift, who is on, what I owe, and handing in what I heard. */
export const todayPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/',
    {
      config: { access },
      schema: { ...schema, querystring: Type.Object({ told: Type.Optional(OneOf(TOLD)) }) }
    },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readToday(request.ctx)
      const texts = reader.say(todayTexts)
      const told = request.query.told && texts[request.query.told]
      const isNew = request.ctx.actor.roles.has('admin') && (await isNothingPublished(request.ctx))
      const content = (
        <>
          {isNew && <StartNote reader={reader} />}
          <TodayPage view={view} reader={reader} told={told} />
        </>
      )
      return sendPage(request, reply, { title: reader.say(frameTexts).today, content })
    }
  )

  await app.register(todayForms)
}
