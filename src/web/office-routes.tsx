import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { draftPages } from './draft-page-routes.tsx'
import { learningsPages } from './learnings-routes.tsx'
import { planPages } from './plan-routes.tsx'
import { teamPages } from './team-routes.tsx'

/** The pages of those who plan, lead and answer for others, one line each. */
const OFFICE_PAGES = [teamPages, learningsPages, planPages, draftPages]

export const officePages: FastifyPluginAsyncTypebox = async (app) => {
  for (const page of OFFICE_PAGES) await app.register(page)
}
