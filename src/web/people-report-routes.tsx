import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { addMonths } from '../engine/time/add-months.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { Body, Id, LocalDateText, OneOf } from '../lib/schema.ts'
import { endControlMeasure, readControlMeasures, recordControlMeasure } from '../privacy/control-measures.ts'
import { MeasureWords } from '../privacy/schemas.ts'
import { readPeople } from '../reports/read-people.ts'
import { readerFor, sendPage } from './page.ts'
import { PeopleReportPage } from './pages/reports/people-report-page.tsx'
import { peopleReportTexts } from './texts/people-report.ts'

const DayOrNothing = Type.Optional(Type.Union([LocalDateText, Type.Literal('')]))
const querystring = Type.Object({
  fromOn: DayOrNothing,
  toOn: DayOrNothing,
  purposeId: Type.Optional(Type.Union([Id, Type.Literal('')])),
  /** Nobody is looked at before somebody asks: every look is written down. */
  look: Type.Optional(Type.Literal('yes')),
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  told: Type.Optional(OneOf(['recorded', 'ended'] as const))
})

const hr = { access: ['hr'] as const }
const PER_PAGE = 50

const purposes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/reports/purposes',
    { config: hr, schema: { hide: true, body: MeasureWords } },
    async (request, reply) => {
      await recordControlMeasure(request.ctx, request.body)
      return reply.redirect('/reports/people?told=recorded', 303)
    }
  )

  const params = Type.Object({ measureId: Id })
  app.post(
    '/reports/purposes/:measureId/end',
    { config: hr, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await endControlMeasure(request.ctx, request.params.measureId)
      return reply.redirect('/reports/people?told=ended', 303)
    }
  )
}

/** Single people: for leads their own, for HR everybody behind a recorded purpose; and the register of purposes. */
export const peopleReportPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/reports/people',
    { config: { access: ['hr', 'lead'] }, schema: { hide: true, querystring } },
    async (request, reply) => {
      const { ctx, query } = request
      const today = localDateOf(ctx.now(), ctx.actor.timeZone)
      const quarter = quarterOf(today)
      const days = { fromOn: query.fromOn || quarter.fromOn, toOn: query.toOn || quarter.toOn }
      const { items: measures } = await readControlMeasures(ctx)
      const purposeId = query.purposeId || undefined
      const page = query.look
        ? await readPeople(ctx, {
            ...days,
            ...(purposeId && { purposeId }),
            ...(query.cursor && { cursor: query.cursor }),
            limit: PER_PAGE
          })
        : null
      const view = {
        ...days,
        today,
        year: { fromOn: addMonths(quarter.toOn, -12), toOn: quarter.toOn },
        isHr: ctx.actor.roles.has('hr'),
        isLead: ctx.actor.leads.length > 0,
        measures,
        purpose: measures.find(({ id }) => id === purposeId?.toLowerCase()) ?? null,
        people: page?.items ?? null,
        next: page?.nextCursor ?? null,
        isFirst: query.cursor === undefined
      }
      const reader = readerFor(request)
      const texts = reader.say(peopleReportTexts)
      const content = <PeopleReportPage view={view} reader={reader} told={query.told && texts[query.told]} />
      return sendPage(request, reply, { title: texts.title, content })
    }
  )
  await app.register(purposes)
}
