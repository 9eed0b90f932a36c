import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, Id, OneOf } from '../lib/schema.ts'
import { takeSeat } from '../swaps/take-seat.ts'
import { readerFor, sendPage } from './page.ts'
import { ShiftPage } from './pages/shift/shift-page.tsx'
import { readShiftPage } from './read-shift-page.ts'
import { cardTexts } from './texts/card.ts'
import { shiftTexts } from './texts/shift.ts'

const access = 'signed-in'
const TOLD = ['thanksTaken', 'cardSaved', 'noteLeft', 'noteMasked', 'noteTakenBack'] as const
const params = Type.Object({ shiftId: Id })

/** The page of one shift, and taking an open seat of it. */
export const shiftPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/shifts/:shiftId',
    {
      config: { access },
      schema: {
        hide: true,
        params,
        querystring: Type.Object({ told: Type.Optional(OneOf(TOLD)) })
      }
    },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readShiftPage(request.ctx, request.params.shiftId.toLowerCase())
      const texts = { ...reader.say(shiftTexts), ...reader.say(cardTexts) }
      const told = request.query.told && texts[request.query.told]
      const content = <ShiftPage view={view} reader={reader} told={told} />
      return sendPage(request, reply, { title: reader.day(view.shift.startsAt), content })
    }
  )

  app.post(
    '/shifts/:shiftId/seats',
    { config: { access }, schema: { hide: true, params, body: Body({}) } },
    async (request, reply) => {
      const shiftId = request.params.shiftId.toLowerCase()
      await takeSeat(request.ctx, shiftId)
      return reply.redirect(`/shifts/${shiftId}?told=thanksTaken`, 303)
    }
  )
}
