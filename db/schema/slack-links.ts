import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { employees } from './employees.ts'

/**
 * Who somebody is in Slack, as Slack's directory said of their address when it was last asked. It holds only as long as
 * the address is still theirs and the account lives: whoever reads it asks for both, so nothing needs to be swept for it
 * to end. It is deleted with the deactivation, so that it does not come back with the account.
 */
export const slackLinks = pgTable(
  'slack_links',
  {
    employeeId: uuid()
      .primaryKey()
      .references(() => employees.id),
    /** The address that was looked up. */
    email: text().notNull(),
    /** Null: nobody in Slack has that address. */
    slackUserId: text(),
    lookedAt: instant().notNull()
  },
  (t) => [
    unique('slack_links_one_person_per_user').on(t.slackUserId),
    index('slack_links_by_look').on(t.lookedAt)
  ]
)
