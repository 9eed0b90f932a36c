import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addYears } from 'date-fns'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { addDays } from '../engine/time/add-days.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { Body, Id, LocalDateText, OneOf, Words } from '../lib/schema.ts'
import { makeKey } from '../sign-in/keys/make-key.ts'
import { readAllKeys, readMyKeys } from '../sign-in/keys/read-keys.ts'
import { revokeAnyKey, revokeMyKey } from '../sign-in/keys/revoke-key.ts'
import { SCOPES } from '../sign-in/keys/scopes.ts'
import { readerFor, sendPage } from './page.ts'
import { KeysPage } from './pages/settings/keys-page.tsx'
import { settingsTexts } from './texts/settings.ts'
import { keyTexts } from './texts/settings-keys.ts'

const config = { access: 'signed-in' } as const

/** The last whole day that a key may be given: its end is the midnight after it. */
const latestDay = (now: Date, timeZone: string) => addDays(localDateOf(addYears(now, 1), timeZone), -1)

async function sendKeys(
  request: FastifyRequest,
  reply: FastifyReply,
  { token = null, told }: { token?: string | null; told?: string | undefined }
) {
  const { ctx } = request
  const { actor } = ctx
  const all = actor.roles.has('admin') ? await readAllKeys(ctx) : await readMyKeys(ctx)
  const view = {
    mine: all.filter(({ employeeId }) => employeeId === actor.employeeId),
    others: all.filter(({ employeeId }) => employeeId !== actor.employeeId),
    token,
    now: ctx.now(),
    latestOn: latestDay(ctx.now(), actor.timeZone)
  }
  const reader = readerFor(request)
  const content = <KeysPage view={view} reader={reader} told={told} />
  return sendPage(request, reply, { title: reader.say(settingsTexts).sections.keys, content })
}

/** Keys for programs: for everybody their own, for administrators those of all. */
export const keyPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ told: Type.Optional(Type.Literal('revoked')) })
  app.get('/settings/keys', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { told } = request.query
    return sendKeys(request, reply, { told: told && readerFor(request).say(keyTexts)[told] })
  })

  const Scope = OneOf(SCOPES)
  const scopes = Type.Optional(Type.Union([Scope, Type.Array(Scope, { maxItems: SCOPES.length })]))
  const body = Body({ name: Words(100), endsOn: LocalDateText, scopes })
  app.post('/settings/keys', { config, schema: { hide: true, body } }, async (request, reply) => {
    const { name, endsOn, scopes: given = [] } = request.body
    const { startsAt } = dayBounds(addDays(endsOn, 1), request.ctx.actor.timeZone)
    const wanted = { name, scopes: [given].flat(), expiresAt: startsAt.toISOString() }
    const { token } = await makeKey(request.ctx, wanted)
    return sendKeys(request, reply, { token })
  })

  const params = Type.Object({ keyId: Id })
  app.post(
    '/settings/keys/:keyId/revoke',
    { config, schema: { hide: true, params, body: Type.Optional(Body({})) } },
    async ({ ctx, params: { keyId } }, reply) => {
      const revoke = ctx.actor.roles.has('admin') ? revokeAnyKey : revokeMyKey
      await revoke(ctx, keyId)
      return reply.redirect('/settings/keys?told=revoked', 303)
    }
  )
}
