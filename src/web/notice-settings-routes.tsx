import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Body, LocalTimeText, OneOf } from '../lib/schema.ts'
import { NOTICE_GROUPS, NOTICE_SETTINGS, type NoticeGroup } from '../notices/kinds.ts'
import { chooseNoticePreferences, readNoticePreferences } from '../notices/preferences/notice-preferences.ts'
import { NOTICE_MODES, type NoticeMode } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { NoticeSettingsPage } from './pages/inbox/notice-settings-page.tsx'
import { noticeSettingsTexts } from './texts/notice-settings.ts'

const config = { access: 'signed-in' } as const
const Mode = Type.Optional(OneOf(NOTICE_MODES))

/** One field for each group and channel: `email-swaps`, `slack-swaps`. */
const modes = Object.fromEntries(
  NOTICE_GROUPS.flatMap((group) => [`email-${group}`, `slack-${group}`]).map((name) => [name, Mode])
)
const SettingsForm = Body({
  isQuiet: Type.Optional(Type.Literal('yes')),
  startsAt: LocalTimeText,
  endsAt: LocalTimeText,
  ...modes
})

type Modes = Partial<Record<NoticeGroup, NoticeMode>>

/** What the form says otherwise than it stood: who leaves a field as it is has chosen nothing. */
function modesIn(
  form: Record<string, unknown>,
  channel: 'email' | 'slack',
  stood: ReadonlyMap<NoticeGroup, NoticeMode>
): Modes {
  const said = NOTICE_GROUPS.map((group) => [group, form[`${channel}-${group}`]] as const)
  return Object.fromEntries(
    said.filter(([group, mode]) => mode !== undefined && mode !== stood.get(group))
  ) as Modes
}

/** Which notices come by which channel, and when not to be disturbed. */
export const noticeSettingsPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ told: Type.Optional(Type.Literal('saved')) })
  app.get(NOTICE_SETTINGS, { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const texts = reader.say(noticeSettingsTexts)
    const preferences = await readNoticePreferences(request.ctx)
    const told = request.query.told && texts.saved
    const content = <NoticeSettingsPage preferences={preferences} told={told} reader={reader} />
    return sendPage(request, reply, { title: texts.title, content })
  })

  app.post(
    NOTICE_SETTINGS,
    { config, schema: { hide: true, body: SettingsForm } },
    async (request, reply) => {
      const { isQuiet, startsAt, endsAt, ...form } = request.body
      const { groups } = await readNoticePreferences(request.ctx)
      await chooseNoticePreferences(request.ctx, {
        modes: modesIn(form, 'email', new Map(groups.map(({ group, mode }) => [group, mode]))),
        slackModes: modesIn(form, 'slack', new Map(groups.map(({ group, slackMode }) => [group, slackMode]))),
        quietHours: isQuiet ? { startsAt, endsAt } : null
      })
      return reply.redirect(`${NOTICE_SETTINGS}?told=saved`, 303)
    }
  )
}
