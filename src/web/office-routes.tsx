import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { draftPages } from './draft-page-routes.tsx'
import { planPages } from './plan-routes.tsx'

/** The pages of those who plan, lead and answer for others, one line each. */
const OFFICE_PAGES = [planPages, draftPages]

export const officePages: FastifyPluginAsyncTypebox = async (app) => {
  for (const page of OFFICE_PAGES) await app.register(page)
}
