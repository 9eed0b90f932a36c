import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { Body, Id, OneOf, Words } from '../lib/schema.ts'
import { acceptSwap } from '../swaps/accept-swap.ts'
import { approveSwap, refuseSwap } from '../swaps/approve-swap.ts'
import { counterSwap } from '../swaps/counter-swap.ts'
import { declineSwap, withdrawSwap } from '../swaps/end-swap.ts'
import { proposeSwap } from '../swaps/propose-swap.ts'
import { takeSeat } from '../swaps/take-seat.ts'
import { undoSwap } from '../swaps/undo-swap.ts'
import { readerFor, sendPage } from './page.ts'
import { CounterPage } from './pages/swaps/counter-page.tsx'
import { SwapsPage } from './pages/swaps/swaps-page.tsx'
import { TakersPage } from './pages/swaps/takers-page.tsx'
import { readCounterPage } from './read-counter.ts'
import { readSwapsPage } from './read-swaps-page.ts'
import { readMySeatOn, readTakersPage } from './read-takers.ts'
import { CounterForm, ProposalForm, readMessage, readPart } from './swap-forms.ts'
import { swapsTexts } from './texts/swaps.ts'
import { takersTexts } from './texts/takers.ts'

const TOLD = [
  'proposed',
  'accepted',
  'awaiting',
  'declined',
  'withdrawn',
  'undone',
  'taken',
  'approved',
  'refused',
  'countered'
] as const

const config = { access: 'signed-in' } as const
const SwapParams = Type.Object({ swapId: Id })
const ShiftParams = Type.Object({ shiftId: Id })
const answer = { hide: true, params: SwapParams, body: Body({}) }
const back = (reply: FastifyReply, told: (typeof TOLD)[number]) => reply.redirect(`/swaps?told=${told}`, 303)

const answering: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/swaps/:swapId/acceptance', { config, schema: answer }, async ({ ctx, params }, reply) => {
    const { state } = await acceptSwap(ctx, params.swapId.toLowerCase(), {})
    return back(reply, state === 'awaiting_approval' ? 'awaiting' : 'accepted')
  })
  app.post('/swaps/:swapId/decline', { config, schema: answer }, async ({ ctx, params }, reply) => {
    await declineSwap(ctx, params.swapId.toLowerCase(), {})
    return back(reply, 'declined')
  })
  app.post('/swaps/:swapId/withdrawal', { config, schema: answer }, async ({ ctx, params }, reply) => {
    await withdrawSwap(ctx, params.swapId.toLowerCase())
    return back(reply, 'withdrawn')
  })
  app.post('/swaps/:swapId/undo', { config, schema: answer }, async ({ ctx, params }, reply) => {
    await undoSwap(ctx, params.swapId.toLowerCase())
    return back(reply, 'undone')
  })
  app.post('/swaps/:swapId/approval', { config, schema: answer }, async ({ ctx, params }, reply) => {
    await approveSwap(ctx, params.swapId.toLowerCase())
    return back(reply, 'approved')
  })
  const refusal = { ...answer, body: Body({ reason: Words(500) }) }
  app.post('/swaps/:swapId/refusal', { config, schema: refusal }, async ({ ctx, params, body }, reply) => {
    await refuseSwap(ctx, params.swapId.toLowerCase(), body)
    return back(reply, 'refused')
  })
}

const proposing: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ with: Type.Optional(Id) })
  app.get(
    '/shifts/:shiftId/takers',
    { config, schema: { hide: true, params: ShiftParams, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readTakersPage(request.ctx, request.params.shiftId.toLowerCase(), request.query.with)
      const content = <TakersPage view={view} reader={reader} />
      return sendPage(request, reply, { title: reader.say(takersTexts).title, content })
    }
  )

  app.post(
    '/shifts/:shiftId/proposals',
    { config, schema: { hide: true, params: ShiftParams, body: ProposalForm } },
    async (request, reply) => {
      const { asked, take, part, message } = request.body
      const { mine } = await readMySeatOn(request.ctx, request.params.shiftId.toLowerCase())
      await proposeSwap(request.ctx, {
        giveAssignmentId: mine.assignmentId,
        asks: [asked].flat().map((employeeId) => ({ employeeId, ...(take && { takeAssignmentId: take }) })),
        ...readPart(part),
        ...readMessage(message)
      })
      return back(reply, 'proposed')
    }
  )

  app.post(
    '/swaps/seats/:shiftId',
    { config, schema: { hide: true, params: ShiftParams, body: Body({}) } },
    async (request, reply) => {
      await takeSeat(request.ctx, request.params.shiftId.toLowerCase())
      return back(reply, 'taken')
    }
  )
}

const countering: FastifyPluginAsyncTypebox = async (app) => {
  const url = '/swaps/:swapId/counter'
  app.get(url, { config, schema: { hide: true, params: SwapParams } }, async (request, reply) => {
    const reader = readerFor(request)
    const view = await readCounterPage(request.ctx, request.params.swapId.toLowerCase())
    const content = <CounterPage view={view} reader={reader} />
    return sendPage(request, reply, { title: reader.say(swapsTexts).counter, content })
  })

  const schema = { hide: true, params: SwapParams, body: CounterForm }
  app.post(url, { config, schema }, async ({ ctx, params, body }, reply) => {
    const { assignmentId, part, message } = body
    await counterSwap(ctx, params.swapId.toLowerCase(), {
      ...(assignmentId && { assignmentId }),
      ...readPart(part),
      ...readMessage(message)
    })
    return back(reply, 'countered')
  })
}

/** Swaps, covers and open seats: asking, answering, taking, undoing. */
export const swapPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    told: Type.Optional(OneOf(TOLD)),
    cursor: Type.Optional(Type.String({ maxLength: 300 }))
  })
  app.get('/swaps', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(swapsTexts)
    const view = await readSwapsPage(request.ctx, request.query.cursor)
    const told = request.query.told && texts.thanks[request.query.told]
    const content = <SwapsPage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: texts.title, content })
  })
  await app.register(answering)
  await app.register(proposing)
  await app.register(countering)
}
