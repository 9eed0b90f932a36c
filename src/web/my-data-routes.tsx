import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readMyViews } from '../privacy/read-my-views.ts'
import { readerFor, sendPage } from './page.ts'
import { MyDataPage } from './pages/my-data/my-data-page.tsx'
import { myDataTexts } from './texts/my-data.ts'

const config = { access: 'signed-in' } as const
/** Looks on one page. */
const MOST = 30

/** Who looked at me. The copy of all that is held about me comes from the API. */
export const myDataPages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 300 })) })
  app.get('/me/data', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const reader = readerFor(request)
    const { ctx, query } = request
    const views = await readMyViews(ctx, { ...query, limit: MOST })
    const content = <MyDataPage views={views} isFirst={query.cursor === undefined} reader={reader} />
    return sendPage(request, reply, { title: reader.say(myDataTexts).title, content })
  })
}
