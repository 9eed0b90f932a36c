import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'
import { listEmployees } from '../directory/people.ts'
import { readQuotas } from '../quotas/quotas.ts'
import { readPlanStandings } from '../rotations/read-plan-standings.ts'
import { readRotations } from '../rotations/rotations.ts'
import { readerFor, sendPage } from './page.ts'
import { StartPage, type StartView } from './pages/people/start-page.tsx'
import { startTexts } from './texts/start.ts'

/** Enough to see whether there are any; beyond it nobody counts by hand. */
const MOST_LOOKED_AT = 200

/** Whether anything has been published yet. Two queries. */
export async function isNothingPublished(ctx: Context): Promise<boolean> {
  const standings = await readPlanStandings(ctx)
  return [...standings.values()].every(({ publishedUntil }) => publishedUntil === null)
}

async function readStart(ctx: Context): Promise<StartView> {
  const [{ items: people }, { items: quotas }, { items: rotations }, isNew] = await Promise.all([
    listEmployees(ctx, { limit: MOST_LOOKED_AT }),
    readQuotas(ctx, { limit: 1 }),
    readRotations(ctx, { limit: 1 }),
    isNothingPublished(ctx)
  ])
  return {
    people: people.length,
    hosts: people.filter(({ isHost }) => isHost).map(({ name }) => name),
    hasQuota: quotas.length > 0,
    rotation: rotations[0] ?? null,
    isPublished: !isNew
  }
}

/** The first run: five steps from nothing to a published rotation. */
export const startPages: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/start',
    { config: { access: ['hr', 'admin'] }, schema: { hide: true } },
    async (request, reply) => {
      const reader = readerFor(request)
      const content = <StartPage view={await readStart(request.ctx)} reader={reader} />
      return sendPage(request, reply, { title: reader.say(startTexts).title, content })
    }
  )
}
