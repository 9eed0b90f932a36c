import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, Id, OneOf, Words } from '../lib/schema.ts'
import { leaveHandover, takeHandoverBack } from '../shifts/leave-handover.ts'
import { checkMayWriteCard } from '../shifts/may-write-card.ts'
import { readRotationCard, readShiftCard } from '../shifts/read-card.ts'
import { readShift } from '../shifts/read-shifts.ts'
import { writeRotationCard, writeShiftCard } from '../shifts/write-card.ts'
import { CardFields, readCardForm } from './card-form.ts'
import { Told } from './components/told.tsx'
import { readerFor, sendPage } from './page.ts'
import { CardForm } from './pages/card/card-form.tsx'
import { cardTexts } from './texts/card.ts'

const config = { access: 'signed-in' } as const
const ofShift = Type.Object({ shiftId: Id })
const ofRotation = Type.Object({ rotationId: Id })

const shiftCardPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/shifts/:shiftId/card',
    { config, schema: { hide: true, params: ofShift } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(cardTexts)
      const { ctx } = request
      const shiftId = request.params.shiftId.toLowerCase()
      await checkMayWriteCard(ctx.db, ctx.actor)
      const shift = await readShift(ctx, shiftId)
      const { ofShift: card, ofRotation: instead } = await readShiftCard(ctx, shiftId)
      const title = texts.shiftTitle(reader.day(shift.startsAt))
      const back = { href: `/shifts/${shiftId}`, label: texts.backToShift }
      const action = `/shifts/${shiftId}/card`
      const form = { title, hint: texts.shiftHint, back, action, card, instead, reader }
      return sendPage(request, reply, { title, content: <CardForm {...form} /> })
    }
  )

  app.post(
    '/shifts/:shiftId/card',
    { config, schema: { hide: true, params: ofShift, body: CardFields } },
    async (request, reply) => {
      const shiftId = request.params.shiftId.toLowerCase()
      await writeShiftCard(request.ctx, shiftId, readCardForm(request.body))
      return reply.redirect(`/shifts/${shiftId}?told=cardSaved`, 303)
    }
  )
}

const rotationCardPages: FastifyPluginAsyncTypebox = async (app) => {
  const told = Type.Object({ told: Type.Optional(OneOf(['cardSaved'] as const)) })
  app.get(
    '/rotations/:rotationId/card',
    { config, schema: { hide: true, params: ofRotation, querystring: told } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(cardTexts)
      const { ctx } = request
      const rotationId = request.params.rotationId.toLowerCase()
      await checkMayWriteCard(ctx.db, ctx.actor)
      const { rotation, mayChange: _, ...card } = await readRotationCard(ctx, rotationId)
      const title = texts.rotationTitle(rotation.name)
      const back = { href: `/schedule?rotation=${rotationId}`, label: rotation.name }
      const form = {
        title,
        hint: texts.rotationHint,
        back,
        action: `/rotations/${rotationId}/card`,
        card,
        reader
      }
      const content = (
        <>
          <Told text={request.query.told && texts[request.query.told]} />
          <CardForm {...form} />
        </>
      )
      return sendPage(request, reply, { title, content })
    }
  )

  app.post(
    '/rotations/:rotationId/card',
    { config, schema: { hide: true, params: ofRotation, body: CardFields } },
    async (request, reply) => {
      const rotationId = request.params.rotationId.toLowerCase()
      await writeRotationCard(request.ctx, rotationId, readCardForm(request.body))
      return reply.redirect(`/rotations/${rotationId}/card?told=cardSaved`, 303)
    }
  )
}

const handoverForms: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/shifts/:shiftId/handover',
    { config, schema: { hide: true, params: ofShift, body: Body({ note: Words(1500) }) } },
    async (request, reply) => {
      const shiftId = request.params.shiftId.toLowerCase()
      const { masked } = await leaveHandover(request.ctx, shiftId, request.body.note)
      const told = masked.length > 0 ? 'noteMasked' : 'noteLeft'
      return reply.redirect(`/shifts/${shiftId}?told=${told}`, 303)
    }
  )

  app.post(
    '/shifts/:shiftId/handover/removal',
    { config, schema: { hide: true, params: ofShift, body: Body({}) } },
    async (request, reply) => {
      const shiftId = request.params.shiftId.toLowerCase()
      await takeHandoverBack(request.ctx, shiftId)
      return reply.redirect(`/shifts/${shiftId}?told=noteTakenBack`, 303)
    }
  )
}

/** The card of a shift and of a rotation, and the note to the next shift. */
export const cardPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(shiftCardPages)
  await app.register(rotationCardPages)
  await app.register(handoverForms)
}
