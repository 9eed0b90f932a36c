import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Signatures of requests that Slack has sent, for as long as their time would let them in: each is taken once. */
export const slackRequests = pgTable(
  'slack_requests',
  {
    signature: text().primaryKey(),
    /** Later the request is too old anyway. */
    until: instant().notNull()
  },
  (t) => [index('slack_requests_by_end').on(t.until)]
)
