import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { addMonths } from '../engine/time/add-months.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { LocalDateText, OneOf } from '../lib/schema.ts'
import { GROUPINGS, type ParticipationQuestion } from '../reports/question.ts'
import { readParticipation } from '../reports/read-participation.ts'
import { PERS } from '../reports/split-period.ts'
import { readerFor, sendPage } from './page.ts'
import { ReportPage, type ReportView } from './pages/reports/report-page.tsx'
import { reportTexts } from './texts/reports.ts'

const DayOrNothing = Type.Optional(Type.Union([LocalDateText, Type.Literal('')]))

const querystring = Type.Object({
  by: Type.Optional(OneOf(GROUPINGS)),
  per: Type.Optional(OneOf(PERS)),
  fromOn: DayOrNothing,
  toOn: DayOrNothing,
  asOf: DayOrNothing
})

function filesOf({ by, per, fromOn, toOn, asOf }: ParticipationQuestion): ReportView['files'] {
  const query = new URLSearchParams({ by, fromOn, toOn, ...(per && { per }), ...(asOf && { asOf }) })
  return { csv: `/api/participation.csv?${query}`, xlsx: `/api/participation.xlsx?${query}` }
}

/** The participation report; for leads of their own people. */
export const reportPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/reports',
    { config: { access: ['hr', 'lead'] }, schema: { hide: true, querystring } },
    async (request, reply) => {
      const { ctx, query } = request
      const { by = 'team', per, fromOn, toOn, asOf } = query
      const quarter = quarterOf(localDateOf(ctx.now(), ctx.actor.timeZone))
      const question: ParticipationQuestion = {
        by,
        fromOn: fromOn || quarter.fromOn,
        toOn: toOn || quarter.toOn,
        ...(by === 'period' && { per: per ?? 'month' }),
        ...(asOf && { asOf })
      }
      const report = await readParticipation(ctx, question, 'page')
      const reader = readerFor(request)
      const year = { fromOn: addMonths(quarter.toOn, -12), toOn: quarter.toOn }
      const isOfAll = ctx.actor.roles.has('hr')
      const view = { question, report, files: filesOf(question), isOfAll, year }
      const content = <ReportPage view={view} reader={reader} />
      return sendPage(request, reply, { title: reader.say(reportTexts).title, content })
    }
  )
}
