import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Id, LocalDateText, OneOf } from '../lib/schema.ts'
import { readerFor, sendPage } from './page.ts'
import { SchedulePage } from './pages/schedule/schedule-page.tsx'
import { readSchedulePage } from './read-schedule-page.ts'
import { scheduleTexts } from './texts/schedule.ts'

/** A choice of nothing arrives as an empty field. */
const IdOrNothing = Type.Optional(Type.Union([Id, Type.Literal('')]))

const Look = Type.Object({
  view: Type.Optional(OneOf(['week', 'month'] as const)),
  on: Type.Optional(LocalDateText),
  rotation: IdOrNothing,
  team: IdOrNothing
})

/** The schedule of all, by week and month. */
export const schedulePages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/schedule',
    { config: { access: 'signed-in' }, schema: { hide: true, querystring: Look } },
    async (request, reply) => {
      const reader = readerFor(request)
      const { view = 'week', on: onDay, rotation: rotationId = '', team: teamId = '' } = request.query
      const facts = await readSchedulePage(request.ctx, { view, onDay, rotationId, teamId })
      const content = <SchedulePage view={facts} reader={reader} />
      return sendPage(request, reply, { title: reader.say(scheduleTexts).title, content })
    }
  )
}
