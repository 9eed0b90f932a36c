import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { decideReview, nameReviewOwner } from '../decay/decide-review.ts'
import { readDecayWatch } from '../decay/read-decay-watch.ts'
import { readPossibleOwners } from '../decay/read-possible-owners.ts'
import { addDays } from '../engine/time/add-days.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { quarterOf } from '../engine/time/quarter-of.ts'
import { readLeadersFirstPolicy, setLeadersFirst } from '../leadership/policy.ts'
import { readLeadershipParticipation } from '../leadership/read-participation.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { DECAY_DECISIONS } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { DecayPage } from './pages/leadership/decay-page.tsx'
import { LeadersFirstPage } from './pages/leadership/leaders-first-page.tsx'
import { decayTexts } from './texts/decay.ts'
import { leadersFirstTexts } from './texts/leaders-first.ts'

const config = { access: 'signed-in' } as const

const leadersFirst: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    from: Type.Optional(LocalDateText),
    told: Type.Optional(Type.Literal('changed'))
  })
  app.get('/leadership/first', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { ctx, query } = request
    const reader = readerFor(request)
    const running = quarterOf(localDateOf(ctx.now(), ctx.actor.timeZone))
    const quarter = quarterOf(query.from ?? running.fromOn)
    const [participation, policy] = await Promise.all([
      readLeadershipParticipation(ctx, quarter),
      readLeadersFirstPolicy(ctx)
    ])
    const view = {
      participation,
      policy,
      maySet: ctx.actor.roles.has('hr') || ctx.actor.roles.has('admin'),
      earlier: quarterOf(addDays(quarter.fromOn, -1)).fromOn,
      later: quarter.fromOn < running.fromOn ? quarter.toOn : null
    }
    const texts = reader.say(leadersFirstTexts)
    const content = <LeadersFirstPage view={view} reader={reader} told={query.told && texts[query.told]} />
    return sendPage(request, reply, { title: texts.title, content })
  })

  const body = Body({ isOn: OneOf(['yes', 'no'] as const), reason: Words(500) })
  app.post(
    '/leadership/first',
    { config: { access: ['hr', 'admin'] }, schema: { hide: true, body } },
    async ({ ctx, body: { isOn, reason } }, reply) => {
      await setLeadersFirst(ctx, { isOn: isOn === 'yes', reason })
      return reply.redirect('/leadership/first?told=changed', 303)
    }
  )
}

const decay: FastifyPluginAsyncTypebox = async (app) => {
  const TOLD = ['decidedTold', 'handedTold'] as const
  const querystring = Type.Object({ told: Type.Optional(OneOf(TOLD)) })
  app.get('/leadership/decay', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { ctx, query } = request
    const reader = readerFor(request)
    const [watch, owners] = await Promise.all([readDecayWatch(ctx), readPossibleOwners(ctx)])
    const view = { watch, owners, me: ctx.actor.employeeId }
    const told = query.told && reader.say(decayTexts)[query.told]
    const content = <DecayPage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: reader.say(leadersFirstTexts).decay, content })
  })

  const params = Type.Object({ reviewId: Id })
  const decision = Body({ decision: OneOf(DECAY_DECISIONS), reason: Words(2000) })
  app.post(
    '/leadership/decay/:reviewId/decision',
    { config, schema: { hide: true, params, body: decision } },
    async ({ ctx, params: { reviewId }, body }, reply) => {
      await decideReview(ctx, reviewId, body)
      return reply.redirect('/leadership/decay?told=decidedTold', 303)
    }
  )

  app.post(
    '/leadership/decay/:reviewId/owner',
    { config, schema: { hide: true, params, body: Body({ employeeId: Id }) } },
    async ({ ctx, params: { reviewId }, body }, reply) => {
      await nameReviewOwner(ctx, reviewId, body.employeeId)
      return reply.redirect('/leadership/decay?told=handedTold', 303)
    }
  )
}

/** Whether leaders come first, and whether the programme fades. */
export const leadershipPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(leadersFirst)
  await app.register(decay)
}
