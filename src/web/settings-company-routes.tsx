import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { addCompanyDay, deleteCompanyDay, readCompanyDays } from '../absences/company-days.ts'
import { listEmployees } from '../directory/people.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import {
  addArea,
  archiveArea,
  changeArea,
  deleteArea,
  listProductAreas,
  readProductArea
} from '../learnings/areas/areas.ts'
import { listRates, setHourlyRate } from '../learnings/rates/hourly-rates.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { readerFor, sendPage } from './page.ts'
import { AreaPage } from './pages/settings/area-page.tsx'
import { AreasPage } from './pages/settings/areas-page.tsx'
import { HolidaysPage } from './pages/settings/holidays-page.tsx'
import { RatesPage } from './pages/settings/rates-page.tsx'
import { settingsTexts } from './texts/settings.ts'
import { companyTexts } from './texts/settings-company.ts'

const config = { access: ['hr', 'admin'] as const }
const admins = { access: ['admin'] as const }
const TOLD = ['saved', 'added', 'removed'] as const
const told = Type.Optional(OneOf(TOLD))
const Year = Type.String({ pattern: '^(19[7-9][0-9]|20[0-9]{2}|21[0-8][0-9])$' })
/** Offered as owners of an area. */
const MOST_PEOPLE = 200

const holidays: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    year: Type.Optional(Year),
    told,
    promised: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' }))
  })
  app.get(
    '/settings/holidays',
    { config: admins, schema: { hide: true, querystring } },
    async (request, reply) => {
      const { ctx, query } = request
      const reader = readerFor(request)
      const year = Number(query.year ?? localDateOf(ctx.now(), ctx.actor.timeZone).slice(0, 4))
      const days = await readCompanyDays(ctx, { fromOn: `${year}-01-01`, toOn: `${year + 1}-01-01` })
      const texts = reader.say(settingsTexts)
      const said =
        query.promised === undefined
          ? query.told && texts[query.told]
          : reader.say(companyTexts).promised(Number(query.promised))
      const content = <HolidaysPage days={days} year={year} reader={reader} told={said} />
      return sendPage(request, reply, { title: texts.sections.holidays, content })
    }
  )

  const Letters = (pattern: string) => Type.Optional(Type.String({ pattern }))
  const body = Body({
    onDay: LocalDateText,
    name: Words(100),
    country: Letters('^([A-Za-z]{2})?$'),
    region: Letters('^[A-Za-z0-9]{0,3}$')
  })
  app.post('/settings/holidays', { config: admins, schema: { hide: true, body } }, async (request, reply) => {
    const { onDay, name, country = '', region = '' } = request.body
    const { seatsPromised } = await addCompanyDay(request.ctx, {
      onDay,
      name: name.trim(),
      ...(country !== '' && { country: country.toUpperCase() }),
      ...(region !== '' && { region: region.toUpperCase() })
    })
    const query = new URLSearchParams({ year: onDay.slice(0, 4), promised: String(seatsPromised) })
    return reply.redirect(`/settings/holidays?${query}`, 303)
  })

  const params = Type.Object({ companyDayId: Id })
  app.post(
    '/settings/holidays/:companyDayId/remove',
    { config: admins, schema: { hide: true, params, body: Body({ year: Year }) } },
    async (request, reply) => {
      await deleteCompanyDay(request.ctx, request.params.companyDayId)
      return reply.redirect(`/settings/holidays?year=${request.body.year}&told=removed`, 303)
    }
  )
}

const areas: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/settings/areas',
    { config, schema: { hide: true, querystring: Type.Object({ told }) } },
    async (request, reply) => {
      const { ctx, query } = request
      const reader = readerFor(request)
      const texts = reader.say(settingsTexts)
      const [all, people] = await Promise.all([
        listProductAreas(ctx, { withArchived: true }),
        listEmployees(ctx, { limit: MOST_PEOPLE })
      ])
      const told = query.told && texts[query.told]
      const content = <AreasPage areas={all} people={people.items} reader={reader} told={told} />
      return sendPage(request, reply, { title: texts.sections.areas, content })
    }
  )

  const params = Type.Object({ areaId: Id })
  app.get('/settings/areas/:areaId', { config, schema: { hide: true, params } }, async (request, reply) => {
    const { ctx } = request
    const [area, people] = await Promise.all([
      readProductArea(ctx, request.params.areaId),
      listEmployees(ctx, { limit: MOST_PEOPLE })
    ])
    const content = <AreaPage area={area} people={people.items} reader={readerFor(request)} />
    return sendPage(request, reply, { title: area.name, content })
  })

  const fields = Body({ name: Words(100), ownerId: Type.Optional(Type.Union([Id, Type.Literal('')])) })
  app.post('/settings/areas', { config, schema: { hide: true, body: fields } }, async (request, reply) => {
    const { name, ownerId } = request.body
    await addArea(request.ctx, { name, ownerId: ownerId || null })
    return reply.redirect('/settings/areas?told=added', 303)
  })

  app.post(
    '/settings/areas/:areaId',
    { config, schema: { hide: true, params, body: fields } },
    async ({ ctx, params: { areaId }, body: { name, ownerId } }, reply) => {
      await changeArea(ctx, areaId, { name, ownerId: ownerId || null })
      return reply.redirect('/settings/areas?told=saved', 303)
    }
  )

  app.post(
    '/settings/areas/:areaId/archival',
    { config, schema: { hide: true, params, body: Body({ isArchived: OneOf(['yes', 'no'] as const) }) } },
    async ({ ctx, params: { areaId }, body }, reply) => {
      await archiveArea(ctx, areaId, body.isArchived === 'yes')
      return reply.redirect('/settings/areas?told=saved', 303)
    }
  )

  app.post(
    '/settings/areas/:areaId/delete',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await deleteArea(request.ctx, request.params.areaId)
      return reply.redirect('/settings/areas?told=removed', 303)
    }
  )
}

const rates: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/settings/rates',
    { config, schema: { hide: true, querystring: Type.Object({ told }) } },
    async (request, reply) => {
      const { ctx, query } = request
      const reader = readerFor(request)
      const texts = reader.say(settingsTexts)
      const content = (
        <RatesPage
          rates={await listRates(ctx)}
          today={localDateOf(ctx.now(), ctx.actor.timeZone)}
          reader={reader}
          told={query.told && texts[query.told]}
        />
      )
      return sendPage(request, reply, { title: texts.sections.rates, content })
    }
  )

  const body = Body({
    fromOn: LocalDateText,
    perHour: Type.String({ pattern: '^[0-9]{1,7}([.,][0-9]{1,4})?$' }),
    currency: Type.String({ pattern: '^[A-Za-z]{3}$' })
  })
  app.post('/settings/rates', { config, schema: { hide: true, body } }, async (request, reply) => {
    const { fromOn, perHour, currency } = request.body
    await setHourlyRate(request.ctx, {
      fromOn,
      perHour: Number(perHour.replace(',', '.')),
      currency: currency.toUpperCase()
    })
    return reply.redirect('/settings/rates?told=saved', 303)
  })
}

/** What the company is: its own days off, the parts of its product, what an hour costs. */
export const companyPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(holidays)
  await app.register(areas)
  await app.register(rates)
}
