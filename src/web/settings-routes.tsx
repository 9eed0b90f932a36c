import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, OneOf, Words } from '../lib/schema.ts'
import { readRetention, setRetention } from '../privacy/retention.ts'
import { readPlanningPolicy, setPlanningPolicy } from '../rotations/planning-policy.ts'
import { EMPHASES, RETENTION_KINDS } from '../words.ts'
import { keyPages } from './key-routes.tsx'
import { readerFor, sendPage } from './page.ts'
import { PlanningPolicyPage } from './pages/settings/planning-policy-page.tsx'
import { RetentionPage } from './pages/settings/retention-page.tsx'
import { SettingsPage } from './pages/settings/settings-page.tsx'
import { companyPages } from './settings-company-routes.tsx'
import { linkPages } from './settings-link-routes.tsx'
import { settingsTexts } from './texts/settings.ts'
import { planningTexts } from './texts/settings-planning.ts'

const config = { access: ['hr', 'admin'] as const }
const told = Type.Optional(Type.Literal('saved'))
const querystring = Type.Object({ told })

const policies: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/settings/planning', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { ctx, query } = request
    const reader = readerFor(request)
    const content = (
      <PlanningPolicyPage
        policy={await readPlanningPolicy(ctx)}
        maySet={ctx.actor.roles.has('admin')}
        reader={reader}
        told={query.told && reader.say(planningTexts)[query.told]}
      />
    )
    return sendPage(request, reply, { title: reader.say(settingsTexts).sections.planning, content })
  })

  const emphasis = OneOf(EMPHASES)
  const directions = { evenLoad: emphasis, evenUnpopular: emphasis, wishes: emphasis, promises: emphasis }
  app.post(
    '/settings/planning',
    {
      config: { access: ['admin'] },
      schema: { hide: true, body: Body({ ...directions, reason: Words(500) }) }
    },
    async (request, reply) => {
      await setPlanningPolicy(request.ctx, request.body)
      return reply.redirect('/settings/planning?told=saved', 303)
    }
  )
}

const retention: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/settings/retention', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(settingsTexts)
    const { items } = await readRetention(request.ctx)
    const content = (
      <RetentionPage rules={items} reader={reader} told={request.query.told && texts[request.query.told]} />
    )
    return sendPage(request, reply, { title: texts.sections.retention, content })
  })

  const params = Type.Object({ kind: OneOf(RETENTION_KINDS) })
  // As many days as the API takes: a hundred years.
  const body = Body({
    days: Type.String({ pattern: '^([1-9][0-9]{0,3}|[12][0-9]{4}|3[0-5][0-9]{3}|36[0-4][0-9]{2}|36500)$' })
  })
  app.post(
    '/settings/retention/:kind',
    { config, schema: { hide: true, params, body } },
    async (request, reply) => {
      await setRetention(request.ctx, request.params.kind, Number(request.body.days))
      return reply.redirect('/settings/retention?told=saved', 303)
    }
  )
}

/** What holds for the company, for HR and administrators. */
export const settingsPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/settings', { config, schema: { hide: true } }, async (request, reply) => {
    const reader = readerFor(request)
    const content = <SettingsPage roles={request.ctx.actor.roles} reader={reader} />
    return sendPage(request, reply, { title: reader.say(settingsTexts).title, content })
  })
  await app.register(policies)
  await app.register(retention)
  await app.register(companyPages)
  await app.register(linkPages)
  await app.register(keyPages)
}
