import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { employees, mayEnter } from '../../../db/schema/employees.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import { HOLDER } from './sessions.ts'

/** The person who is this user of Slack: here, and with the address that was looked up. */
export async function findSlackHolder(db: Queryable, slackUserId: string) {
  const [row] = await db
    .select(HOLDER)
    .from(slackLinks)
    .innerJoin(employees, eq(employees.id, slackLinks.employeeId))
    .where(
      and(
        eq(slackLinks.slackUserId, slackUserId),
        sql`lower(${slackLinks.email}) = lower(${employees.email})`,
        mayEnter()
      )
    )
  return row ?? null
}
