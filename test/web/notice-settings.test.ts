import t from 'tap'
import { unsubscribeToken } from '../../src/notices/email/unsubscribe-token.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { openSlack } from '../../src/slack/slack-api.ts'
import { testApp } from '../helpers/app.ts'
import { openBrowser } from '../helpers/browser.ts'
import { insertSmallCompany } from '../helpers/people.ts'
import { lookAt } from './look-at.ts'

const SETTINGS = { botToken: 'xoxb-1-2-token', signingSecret: '0'.repeat(32) }

t.test('what comes how is chosen with a finger or a keyboard, by e-mail and by Slack', async (t) => {
  const browser = await openBrowser()
  const signingKey = newSigningKey()
  const { app, db } = await testApp(t, { demo: true, slack: openSlack(SETTINGS), signingKey })
  const { amara } = await insertSmallCompany(db)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const token = unsubscribeToken(signingKey, { employeeId: amara.id, group: 'swaps' })
  const paths = {
    'notice-settings': '/me/notices',
    unsubscribe: `/unsubscribe/${token}`,
    'sign-in-anew': '/sign-in'
  }
  await lookAt(t, browser, { address, employee: amara, paths })
})
