import type { FastifyInstance } from 'fastify'
import { calendarRoutes } from './absences/calendar-routes.ts'
import { companyDayRoutes } from './absences/company-day-routes.ts'
import { absenceImportRoutes } from './absences/import-routes.ts'
import { absenceRoutes } from './absences/routes.ts'
import { teamAbsenceRoutes } from './absences/team-routes.ts'
import { activityRoutes } from './activity/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { decayRoutes } from './decay/routes.ts'
import { importRoutes } from './directory/import-routes.ts'
import { employeeRoutes } from './directory/routes.ts'
import { teamRoutes } from './directory/team-routes.ts'
import { exemptionRoutes } from './exemptions/routes.ts'
import { feedFiles, feedRoutes } from './feeds/routes.ts'
import { fixItRoutes } from './fix-it/routes.ts'
import { healthRoutes } from './health.ts'
import { attendanceRoutes } from './hours/attendance-routes.ts'
import { closingRoutes } from './hours/closing-routes.ts'
import { hoursRoutes } from './hours/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import { leadershipRoutes } from './leadership/routes.ts'
import { areaRoutes } from './learnings/areas/routes.ts'
import { digestRoutes } from './learnings/digests/routes.ts'
import { hourlyRateRoutes } from './learnings/rates/routes.ts'
import { learningRoutes } from './learnings/routes.ts'
import { themeSearchRoutes } from './learnings/search/routes.ts'
import { themeRoutes } from './learnings/themes/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { personPrivacyRoutes } from './privacy/person-routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { quotaRoutes } from './quotas/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { draftRoutes } from './rotations/draft-routes.ts'
import { planningPolicyRoutes } from './rotations/policy-routes.ts'
import { publicationRoutes } from './rotations/publication-routes.ts'
import { rotationRoutes } from './rotations/rotation-routes.ts'
import { provisioningRoutes } from './scim/admin-routes.ts'
import { scimRoutes } from './scim/routes.ts'
import { seasonRoutes } from './seasons/routes.ts'
import { cardRoutes } from './shifts/card-routes.ts'
import { shiftRoutes } from './shifts/routes.ts'
import { keyRoutes } from './sign-in/keys/routes.ts'
import { providerRoutes } from './sign-in/oidc/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { slackIncoming } from './slack/incoming-routes.ts'
import { slackRoutes } from './slack/routes.ts'
import type { Slack } from './slack/slack-api.ts'
import { swapRoutes } from './swaps/routes.ts'
import { seatRoutes } from './swaps/seat-routes.ts'
import { pages, registerNotFound } from './web/routes.tsx'
import type { PageParts } from './web/sign-in-routes.tsx'
import { webhookRoutes } from './webhooks/routes.ts'
import { wishRoutes } from './wishes/routes.ts'

const API = [
  signInRoutes,
  sessionRoutes,
  keyRoutes,
  noticeRoutes,
  jobRoutes,
  auditRoutes,
  webhookRoutes,
  slackRoutes,
  hoursRoutes,
  attendanceRoutes,
  activityRoutes,
  closingRoutes,
  fixItRoutes,
  learningRoutes,
  areaRoutes,
  hourlyRateRoutes,
  themeRoutes,
  themeSearchRoutes,
  digestRoutes,
  reportRoutes,
  privacyRoutes,
  personPrivacyRoutes,
  employeeRoutes,
  provisioningRoutes,
  teamRoutes,
  importRoutes,
  absenceRoutes,
  teamAbsenceRoutes,
  absenceImportRoutes,
  companyDayRoutes,
  calendarRoutes,
  wishRoutes,
  quotaRoutes,
  exemptionRoutes,
  rotationRoutes,
  planningPolicyRoutes,
  draftRoutes,
  publicationRoutes,
  shiftRoutes,
  cardRoutes,
  seasonRoutes,
  leadershipRoutes,
  decayRoutes,
  swapRoutes,
  seatRoutes
]

/** Every feature of the house, one line each. */
export async function registerFeatures(
  app: FastifyInstance,
  { slack, ...parts }: PageParts & { slack?: Slack }
): Promise<void> {
  await app.register(healthRoutes)
  for (const routes of API) await app.register(routes, { prefix: '/api' })
  await app.register(providerRoutes, { prefix: '/api', ...parts })
  await app.register(feedRoutes, { prefix: '/api', ...parts })
  await app.register(feedFiles, parts)
  await app.register(slackIncoming, { publicUrl: parts.publicUrl, ...(slack && { slack }) })
  await app.register(scimRoutes, { prefix: '/scim/v2', ...parts })
  registerNotFound(app)
  await app.register(pages, parts)
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger())
}
