import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { reportAwayFor } from '../absences/report-away.ts'
import { askExemption } from '../exemptions/ask-exemption.ts'
import { approveExemption, refuseExemption } from '../exemptions/decide-exemption.ts'
import { withdrawExemption } from '../exemptions/withdraw-exemption.ts'
import { creditHours } from '../hours/credit-hours.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { endQuota } from '../quotas/end-quota.ts'
import { setQuota } from '../quotas/set-quota.ts'
import type { WantedQuota } from '../quotas/wanted-quota.ts'
import { proposeSwap } from '../swaps/propose-swap.ts'
import { takeNow } from '../swaps/take-now.ts'
import { readerFor, sendPage } from './page.ts'
import { ExemptionsPage } from './pages/team/exemptions-page.tsx'
import { QuotasPage } from './pages/team/quotas-page.tsx'
import { TakersPage } from './pages/team/takers-page.tsx'
import { NoTeamPage, TeamPage } from './pages/team/team-page.tsx'
import {
  readExemptionsPage,
  readQuotasPage,
  readSeatTakers,
  readTeamPage,
  readWhichTeam,
  type WhichTeam
} from './read-team.ts'
import {
  AskForm,
  asksIn,
  CreditForm,
  ExemptionForm,
  QuotaForm,
  readCreditForm,
  readExemptionForm,
  readQuotaForm
} from './team-forms.ts'
import { exemptionTexts } from './texts/exemptions.ts'
import { quotaTexts } from './texts/quotas.ts'
import { teamTexts } from './texts/team.ts'

const config = { access: ['lead', 'hr'] as const }
/** Administrators set quotas too: it is a step of the first run. */
const quotaSetters = { access: ['lead', 'hr', 'admin'] as const }
const TeamId = Type.Optional(Id)
const ofTeam = Body({ team: TeamId })

/** The address of a page of the team, with what has just happened. */
const backTo = (page: string, team: string | undefined, told: string) =>
  `${page}?${new URLSearchParams({ ...(team && { team }), told })}`

async function sendNoTeam(request: FastifyRequest, reply: FastifyReply) {
  const reader = readerFor(request)
  return sendPage(request, reply, {
    title: reader.say(teamTexts).title,
    content: <NoTeamPage reader={reader} />
  })
}

const overview: FastifyPluginAsyncTypebox = async (app) => {
  const TOLD = ['asked', 'taken', 'noted', 'credited'] as const
  const querystring = Type.Object({ team: TeamId, told: Type.Optional(OneOf(TOLD)) })
  app.get('/team', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const which = await readWhichTeam(request.ctx, request.query.team)
    if (!which) return sendNoTeam(request, reply)
    const reader = readerFor(request)
    const view = await readTeamPage(request.ctx, which)
    const told = request.query.told && reader.say(teamTexts)[request.query.told]
    const content = <TeamPage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: which.team.name, content })
  })

  const params = Type.Object({ assignmentId: Id })
  app.get('/team/seats/:assignmentId', { config, schema: { hide: true, params } }, async (request, reply) => {
    const reader = readerFor(request)
    const view = await readSeatTakers(request.ctx, request.params.assignmentId)
    const title = reader.say(teamTexts).takersTitle(view.seat.name)
    return sendPage(request, reply, { title, content: <TakersPage view={view} reader={reader} /> })
  })

  app.post(
    '/team/seats/:assignmentId/proposal',
    { config, schema: { hide: true, params, body: AskForm } },
    async ({ ctx, params: { assignmentId }, body }, reply) => {
      const message = body.message?.trim()
      const onBehalfOf = body.employeeId === ctx.actor.employeeId ? {} : { onBehalfOf: body.employeeId }
      await proposeSwap(ctx, {
        giveAssignmentId: assignmentId,
        asks: asksIn(body),
        ...(message && { message }),
        ...onBehalfOf
      })
      return reply.redirect(backTo('/team', undefined, 'asked'), 303)
    }
  )

  app.post(
    '/team/seats/:assignmentId/take',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await takeNow(request.ctx, request.params.assignmentId)
      return reply.redirect(backTo('/team', undefined, 'taken'), 303)
    }
  )

  const person = Type.Object({ employeeId: Id })
  app.post(
    '/team/people/:employeeId/away',
    { config, schema: { hide: true, params: person, body: ofTeam } },
    async (request, reply) => {
      await reportAwayFor(request.ctx, request.params.employeeId)
      return reply.redirect(backTo('/team', request.body.team, 'noted'), 303)
    }
  )

  app.post(
    '/team/credits',
    { config, schema: { hide: true, body: CreditForm } },
    async ({ ctx, body }, reply) => {
      await creditHours(ctx, body.employeeId, readCreditForm(body))
      return reply.redirect(backTo('/team', body.team, 'credited'), 303)
    }
  )
}

async function sendQuotas(
  request: FastifyRequest,
  reply: FastifyReply,
  which: WhichTeam,
  { wanted = null, told }: { wanted?: WantedQuota | null; told?: string | undefined }
) {
  const reader = readerFor(request)
  const view = await readQuotasPage(request.ctx, which, wanted)
  const content = <QuotasPage view={view} reader={reader} told={told} />
  return sendPage(request, reply, { title: reader.say(teamTexts).quotas, content })
}

const quotas: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ team: TeamId, told: Type.Optional(OneOf(['saved', 'ended'] as const)) })
  app.get(
    '/team/quotas',
    { config: quotaSetters, schema: { hide: true, querystring } },
    async (request, reply) => {
      const which = await readWhichTeam(request.ctx, request.query.team)
      const told = request.query.told && readerFor(request).say(quotaTexts)[request.query.told]
      return which ? sendQuotas(request, reply, which, { told }) : sendNoTeam(request, reply)
    }
  )

  app.post(
    '/team/quotas/preview',
    { config: quotaSetters, schema: { hide: true, body: QuotaForm } },
    async (request, reply) => {
      const which = await readWhichTeam(request.ctx, request.body.team)
      const wanted = readQuotaForm(request.body)
      return which ? sendQuotas(request, reply, which, { wanted }) : sendNoTeam(request, reply)
    }
  )

  app.post(
    '/team/quotas',
    { config: quotaSetters, schema: { hide: true, body: QuotaForm } },
    async (request, reply) => {
      await setQuota(request.ctx, readQuotaForm(request.body))
      return reply.redirect(backTo('/team/quotas', request.body.team, 'saved'), 303)
    }
  )

  const params = Type.Object({ quotaId: Id })
  const body = Body({ team: TeamId, toOn: LocalDateText })
  app.post(
    '/team/quotas/:quotaId/end',
    { config: quotaSetters, schema: { hide: true, params, body } },
    async (request, reply) => {
      await endQuota(request.ctx, request.params.quotaId, request.body.toOn)
      return reply.redirect(backTo('/team/quotas', request.body.team, 'ended'), 303)
    }
  )
}

const exemptions: FastifyPluginAsyncTypebox = async (app) => {
  const TOLD = ['approvedTold', 'refusedTold', 'withdrawnTold', 'askedTold'] as const
  const querystring = Type.Object({ team: TeamId, told: Type.Optional(OneOf(TOLD)) })
  app.get('/team/exemptions', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const which = await readWhichTeam(request.ctx, request.query.team)
    if (!which) return sendNoTeam(request, reply)
    const reader = readerFor(request)
    const view = await readExemptionsPage(request.ctx, which)
    const told = request.query.told && reader.say(exemptionTexts)[request.query.told]
    const content = <ExemptionsPage view={view} reader={reader} told={told} />
    return sendPage(request, reply, { title: reader.say(teamTexts).exemptions, content })
  })

  app.post(
    '/team/exemptions',
    { config, schema: { hide: true, body: ExemptionForm } },
    async (request, reply) => {
      await askExemption(request.ctx, readExemptionForm(request.body))
      return reply.redirect(backTo('/team/exemptions', request.body.team, 'askedTold'), 303)
    }
  )

  const params = Type.Object({ exemptionId: Id })
  const schema = { hide: true, params, body: ofTeam }
  app.post('/team/exemptions/:exemptionId/approve', { config, schema }, async (request, reply) => {
    await approveExemption(request.ctx, request.params.exemptionId)
    return reply.redirect(backTo('/team/exemptions', request.body.team, 'approvedTold'), 303)
  })

  app.post('/team/exemptions/:exemptionId/withdraw', { config, schema }, async (request, reply) => {
    await withdrawExemption(request.ctx, request.params.exemptionId)
    return reply.redirect(backTo('/team/exemptions', request.body.team, 'withdrawnTold'), 303)
  })

  const body = Body({ team: TeamId, reason: Words(500) })
  app.post(
    '/team/exemptions/:exemptionId/refuse',
    { config, schema: { hide: true, params, body } },
    async (request, reply) => {
      await refuseExemption(request.ctx, request.params.exemptionId, request.body.reason)
      return reply.redirect(backTo('/team/exemptions', request.body.team, 'refusedTold'), 303)
    }
  )
}

/** What leads do for their teams: see what presses, set quotas, decide on exemptions, act on behalf. */
export const teamPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(overview)
  await app.register(quotas)
  await app.register(exemptions)
}
