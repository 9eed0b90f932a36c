import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, LocalTimeText, Nullable, OneOf } from '../lib/schema.ts'
import { NOTICE_MODES } from '../words.ts'
import { NOTICE_GROUPS, type NoticeGroup } from './kinds.ts'
import { chooseNoticePreferences, readNoticePreferences } from './preferences/notice-preferences.ts'

const Mode = OneOf(NOTICE_MODES, 'digest: once a day at 08:00 by your clock. inbox: there and nowhere else.')
const QuietHours = Nullable(
  Type.Object({ startsAt: LocalTimeText, endsAt: LocalTimeText }, { additionalProperties: false })
)

const Preferences = Type.Object({
  groups: Type.Array(
    Type.Object({
      group: OneOf(NOTICE_GROUPS),
      mode: Mode,
      slackMode: Mode,
      usualMode: Mode,
      usualSlackMode: Mode,
      because: Type.String({ description: 'Why it is usual.' }),
      kinds: Type.Array(Type.String())
    })
  ),
  quietHours: QuietHours,
  slack: Type.Object({
    isSetUp: Type.Boolean(),
    isLinked: Type.Boolean({ description: 'Somebody in Slack has my address.' })
  })
})

const modes = Object.fromEntries(NOTICE_GROUPS.map((group) => [group, Type.Optional(Mode)])) as Record<
  NoticeGroup,
  ReturnType<typeof Type.Optional<typeof Mode>>
>

const WantedPreferences = Body({
  modes: Type.Optional({ ...Body(modes), description: 'By e-mail.' }),
  slackModes: Type.Optional({ ...Body(modes), description: 'By Slack.' }),
  quietHours: Type.Optional(QuietHours)
})

/** How the person signed in wants to hear of things. */
export const preferenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const config = { access: 'signed-in' } as const

  app.get('/me/notice-preferences', {
    config,
    schema: {
      operationId: 'readNoticePreferences',
      summary: 'How I hear of what concerns me, and when I am not to be disturbed',
      tags: ['Me'],
      response: { 200: Preferences, ...problems(401) }
    },
    handler: async (request) => readNoticePreferences(request.ctx)
  })

  app.put('/me/notice-preferences', {
    config,
    schema: {
      operationId: 'chooseNoticePreferences',
      summary: 'Choose how I hear of what concerns me; what is left out stays',
      tags: ['Me'],
      body: WantedPreferences,
      response: { 200: Preferences, ...problems(400, 401) }
    },
    handler: async (request) => chooseNoticePreferences(request.ctx, request.body)
  })
}
