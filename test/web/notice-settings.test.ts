import t from 'tap'
import { openSlack } from '../../src/slack/slack-api.ts'
import { testApp } from '../helpers/app.ts'
import { openBrowser } from '../helpers/browser.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { lookAt } from './look-at.ts'

const SETTINGS = { botToken: 'xoxb-1-2-token', signingSecret: '0'.repeat(32) }

t.test('what comes how is chosen with a finger or a keyboard, by e-mail and by Slack', async (t) => {
  const browser = await openBrowser()
  const { app, db } = await testApp(t, { demo: true, slack: openSlack(SETTINGS) })
  const { amara } = await insertSmallCompany(db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  await lookAt(t, browser, { address, employee: amara, paths: { 'notice-settings': '/me/notices' } })
})
