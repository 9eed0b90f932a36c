import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../db/schema/employees.ts'
import { slackDayPosts } from '../../db/schema/slack-day-posts.ts'
import { slackLinks } from '../../db/schema/slack-links.ts'
import { openSlack } from '../../src/slack/slack-api.ts'
import { testAppOn } from '../helpers/app.ts'
import { openBrowser } from '../helpers/browser.ts'
import { testDatabase } from '../helpers/database.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { insertRotation } from '../helpers/shifts.ts'
import { lookAt } from './look-at.ts'

const SETTINGS = { botToken: 'xoxb-1-2-token', signingSecret: '0'.repeat(32) }

t.test(
  'the page about Slack is accessible and fits, set up or not, with trouble and in long words',
  async (t) => {
    const { db } = await testDatabase(t)
    const { ada, ...others } = await insertSmallCompany(db)
    const browser = await openBrowser()
    const listening = async (parts: object) => {
      const { app } = await testAppOn(t, db, { demo: true, ...parts })
      return app.listen({ port: 0, host: '127.0.0.1' })
    }
    const without = await listening({})
    await lookAt(t, browser, { address: without, employee: ada, paths: { 'slack-off': '/settings/slack' } })

    const lookedAt = new Date('2027-03-01T07:00:00Z')
    const { support, product, ...people } = others
    for (const [index, person] of Object.values(people).entries()) {
      const slackUserId = index % 2 === 0 ? `U${index}` : null
      await db
        .insert(slackLinks)
        .values({ employeeId: person.id, email: person.email, slackUserId, lookedAt })
    }
    const told = await insertRotation(db, 'Nordic office hours with a name that is long', {
      slackChannelId: 'C0123456789'
    })
    await insertRotation(db, 'Weekends')
    await db.insert(slackDayPosts).values({
      ...{ rotationId: told.id, onDay: '2027-03-01', channelId: 'C0123456789', attempts: 0 },
      lastError: 'Slack refused chat.postMessage: not_in_channel'
    })
    await db.update(employees).set({ locale: 'sv' }).where(eq(employees.id, ada.id))
    const address = await listening({ slack: openSlack(SETTINGS) })
    await lookAt(t, browser, { address, employee: ada, paths: { 'slack-on': '/settings/slack' } })
  }
)
