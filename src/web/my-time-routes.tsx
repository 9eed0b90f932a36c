import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { deleteMyAbsence, noteAbsence } from '../absences/my-absences.ts'
import { readMyUnavailableHours, replaceMyUnavailableHours } from '../absences/my-unavailable-hours.ts'
import { reportSick } from '../absences/report-away.ts'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { readMyWishes, replaceMyWishes } from '../wishes/my-wishes.ts'
import {
  AbsenceForm,
  HoursForm,
  readAbsenceForm,
  readWishForm,
  WishForm,
  WishName,
  wishesWithout
} from './my-time-forms.ts'
import { readerFor, sendPage } from './page.ts'
import { MyTimePage } from './pages/my-time/my-time-page.tsx'
import { readMyTime } from './read-my-time.ts'
import { myTimeTexts } from './texts/my-time.ts'

const TOLD = [
  'thanksAbsence',
  'thanksAbsenceShifts',
  'thanksRemoved',
  'thanksWish',
  'thanksHours',
  'thanksIll'
] as const

const config = { access: 'signed-in' } as const
const back = (reply: FastifyReply, told: (typeof TOLD)[number]) =>
  reply.redirect(`/me/time?told=${told}`, 303)

const absenceForms: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/absences', { config, schema: { hide: true, body: AbsenceForm } }, async (request, reply) => {
    const { shiftsInTheWay } = await noteAbsence(request.ctx, readAbsenceForm(request.body))
    return back(reply, shiftsInTheWay.length > 0 ? 'thanksAbsenceShifts' : 'thanksAbsence')
  })

  app.post(
    '/me/absences/:absenceId/removal',
    { config, schema: { hide: true, params: Type.Object({ absenceId: Id }), body: Body({}) } },
    async (request, reply) => {
      await deleteMyAbsence(request.ctx, request.params.absenceId)
      return back(reply, 'thanksRemoved')
    }
  )

  app.post('/me/sick-days', { config, schema: { hide: true, body: Body({}) } }, async (request, reply) => {
    await reportSick(request.ctx, {})
    return back(reply, 'thanksIll')
  })
}

/** Forms add or take away one; the use case replaces the whole list. */
const wishForms: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/wishes', { config, schema: { hide: true, body: WishForm } }, async (request, reply) => {
    const wish = readWishForm(request.body)
    const { items } = await readMyWishes(request.ctx)
    await replaceMyWishes(request.ctx, [...wishesWithout(items, wish), wish])
    return back(reply, 'thanksWish')
  })

  app.post(
    '/me/wishes/removal',
    { config, schema: { hide: true, body: WishName } },
    async (request, reply) => {
      const { items } = await readMyWishes(request.ctx)
      await replaceMyWishes(request.ctx, wishesWithout(items, request.body))
      return back(reply, 'thanksRemoved')
    }
  )

  app.post(
    '/me/unavailable-hours',
    { config, schema: { hide: true, body: HoursForm } },
    async (request, reply) => {
      const { weekday, ...span } = request.body
      const hours = await readMyUnavailableHours(request.ctx)
      await replaceMyUnavailableHours(request.ctx, [...hours, { weekday: Number(weekday), ...span }])
      return back(reply, 'thanksHours')
    }
  )

  app.post(
    '/me/unavailable-hours/removal',
    { config, schema: { hide: true, body: HoursForm } },
    async (request, reply) => {
      const { weekday, startsAt } = request.body
      const hours = await readMyUnavailableHours(request.ctx)
      const others = hours.filter((slot) => String(slot.weekday) !== weekday || slot.startsAt !== startsAt)
      await replaceMyUnavailableHours(request.ctx, others)
      return back(reply, 'thanksRemoved')
    }
  )
}

/** When I am away, when I cannot, when I would love to. */
export const myTimePages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    told: Type.Optional(OneOf(TOLD)),
    cursor: Type.Optional(Type.String({ maxLength: 300 }))
  })
  app.get('/me/time', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(myTimeTexts)
    const view = await readMyTime(request.ctx, request.query)
    const told = request.query.told && texts[request.query.told]
    const content = <MyTimePage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: texts.title, content })
  })
  await app.register(absenceForms)
  await app.register(wishForms)
}
