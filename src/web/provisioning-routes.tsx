import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { instantOf } from '../engine/time/instant-of.ts'
import { Body, Id, InstantText, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { giveMeaning } from '../scim/groups/give-meaning.ts'
import { confirmLeavers, readHeld, releaseLeavers } from '../scim/leavers/decide-held.ts'
import { setDefaults } from '../scim/people/defaults.ts'
import { confirmAssumed } from '../scim/people/incomplete.ts'
import { makeProvisioningToken, revokeProvisioningToken } from '../scim/tokens/make-token.ts'
import { GROUP_ROLES, LOCALES } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { ProvisioningPage } from './pages/settings/provisioning-page.tsx'
import { readProvisioningPage } from './read-provisioning-page.ts'
import type { PageParts } from './sign-in-routes.tsx'
import { provisioningTexts } from './texts/provisioning.ts'
import { settingsTexts } from './texts/settings.ts'

const config = { access: ['admin'] as const }
const PAGE = '/settings/provisioning'
const MaybeId = Type.Union([Id, Type.Literal('')])
const orNull = <Word extends string>(word: Word | '') => (word === '' ? null : word)

const deciding: FastifyPluginAsyncTypebox = async (app) => {
  const decision = Body({
    decision: OneOf(['confirm', 'release'] as const),
    employeeId: Type.Optional(Id),
    until: Type.Optional(InstantText)
  })
  app.post(`${PAGE}/held`, { config, schema: { hide: true, body: decision } }, async (request, reply) => {
    const { employeeId, until, decision } = request.body
    const shown = (await readHeld(request.ctx)).filter(({ heldAt }) => until && heldAt! <= new Date(until))
    const people = employeeId ? [employeeId] : shown.map((person) => person.employeeId)
    const isConfirmed = decision === 'confirm'
    await (isConfirmed ? confirmLeavers : releaseLeavers)(request.ctx, people)
    return reply.redirect(`${PAGE}?told=${isConfirmed ? 'leftTold' : 'releasedTold'}`, 303)
  })

  const params = Type.Object({ employeeId: Id })
  app.post(
    `${PAGE}/incomplete/:employeeId`,
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await confirmAssumed(request.ctx, request.params.employeeId)
      return reply.redirect(`${PAGE}?told=savedTold`, 303)
    }
  )
}

const setting: FastifyPluginAsyncTypebox = async (app) => {
  const defaults = Body({
    teamId: MaybeId,
    timeZone: Words(64),
    country: Type.String({ pattern: '^[A-Za-z]{2}$' }),
    locale: OneOf(LOCALES)
  })
  app.post(`${PAGE}/defaults`, { config, schema: { hide: true, body: defaults } }, async (request, reply) => {
    const { teamId, country, ...rest } = request.body
    await setDefaults(request.ctx, { ...rest, country: country.toUpperCase(), teamId: orNull(teamId) })
    return reply.redirect(`${PAGE}?told=savedTold`, 303)
  })

  const params = Type.Object({ groupId: Id })
  const meaning = Body({ teamId: MaybeId, role: OneOf([...GROUP_ROLES, ''] as const) })
  app.post(
    `${PAGE}/groups/:groupId`,
    { config, schema: { hide: true, params, body: meaning } },
    async (request, reply) => {
      const { teamId, role } = request.body
      await giveMeaning(request.ctx, request.params.groupId, { teamId: orNull(teamId), role: orNull(role) })
      return reply.redirect(`${PAGE}?told=savedTold`, 303)
    }
  )
}

/** Provisioning, for administrators. */
export const provisioningPages: FastifyPluginAsyncTypebox<PageParts> = async (app, { publicUrl }) => {
  const TOLD = ['savedTold', 'revokedTold', 'leftTold', 'releasedTold'] as const
  const querystring = Type.Object({ told: Type.Optional(OneOf(TOLD)) })
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { told, secret = null }: { told?: (typeof TOLD)[number] | undefined; secret?: string | null }
  ) => {
    const reader = readerFor(request)
    const texts = reader.say(provisioningTexts)
    const view = await readProvisioningPage(request.ctx, `${publicUrl}/scim/v2`)
    const said = told && texts[told]
    const content = <ProvisioningPage view={view} reader={reader} told={said} secret={secret} />
    return sendPage(request, reply, { title: reader.say(settingsTexts).sections.provisioning, content })
  }
  app.get(PAGE, { config, schema: { hide: true, querystring } }, async (request, reply) =>
    send(request, reply, request.query)
  )

  // The token is a secret: it stands on the page that answers, and nowhere else.
  const token = Body({ name: Words(100), until: LocalDateText })
  app.post(
    `${PAGE}/tokens`,
    { config: { ...config, idempotency: 'none' }, schema: { hide: true, body: token } },
    async (request, reply) => {
      const { name, until } = request.body
      const expiresAt = instantOf(until, '24:00', request.ctx.actor.timeZone).toISOString()
      const made = await makeProvisioningToken(request.ctx, { name, expiresAt })
      return send(request, reply.header('cache-control', 'no-store'), { secret: made.token })
    }
  )

  const params = Type.Object({ tokenId: Id })
  app.post(
    `${PAGE}/tokens/:tokenId/revocation`,
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async (request, reply) => {
      await revokeProvisioningToken(request.ctx, request.params.tokenId)
      return reply.redirect(`${PAGE}?told=revokedTold`, 303)
    }
  )
  await app.register(deciding)
  await app.register(setting)
}
