import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { draftPages } from './draft-page-routes.tsx'
import { jobPages } from './job-page-routes.tsx'
import { leadershipPages } from './leadership-routes.tsx'
import { learningsPages } from './learnings-routes.tsx'
import { peopleReportPages } from './people-report-routes.tsx'
import { peoplePages } from './people-routes.tsx'
import { planPages } from './plan-routes.tsx'
import { provisioningPages } from './provisioning-routes.tsx'
import { reportPages } from './report-page-routes.tsx'
import { seasonPages } from './season-routes.tsx'
import { settingsPages } from './settings-routes.tsx'
import type { PageParts } from './sign-in-routes.tsx'
import { slackPages } from './slack-page-routes.tsx'
import { startPages } from './start-routes.tsx'
import { teamPages } from './team-routes.tsx'

/** The pages of those who plan, lead and answer for others, one line each. */
const OFFICE_PAGES: FastifyPluginAsyncTypebox<PageParts>[] = [
  learningsPages,
  leadershipPages,
  seasonPages,
  teamPages,
  planPages,
  draftPages,
  peoplePages,
  reportPages,
  peopleReportPages,
  startPages,
  settingsPages,
  jobPages,
  provisioningPages,
  slackPages
]

export const officePages: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  for (const page of OFFICE_PAGES) await app.register(page, parts)
}
