import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readerFor, sendPage } from './page.ts'
import { SlackPage } from './pages/settings/slack-page.tsx'
import { readSlackPage } from './read-slack-page.ts'
import type { PageParts } from './sign-in-routes.tsx'
import { settingsTexts } from './texts/settings.ts'

/** How Slack is set up and how it does, for administrators. */
export const slackPages: FastifyPluginAsyncTypebox<PageParts> = async (app, { publicUrl }) => {
  const querystring = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })
  app.get(
    '/settings/slack',
    { config: { access: ['admin'] }, schema: { hide: true, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const view = await readSlackPage(request.ctx, { publicUrl, ...request.query })
      const content = <SlackPage view={view} publicUrl={publicUrl} reader={reader} />
      return sendPage(request, reply, { title: reader.say(settingsTexts).sections.slack, content })
    }
  )
}
