import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ConfigNotValid, readConfig } from '../../src/config.ts'
import { openPost } from '../../src/notices/open-post.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { openSlack } from '../../src/slack/slack-api.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const SLACK_BOT_TOKEN = 'xoxb-1-2-token'
const SLACK_SIGNING_SECRET = '0123456789abcdef0123456789abcdef'

t.test('Slack needs its token and its signing secret, or neither; each may come from a file', async (t) => {
  const folder = temporaryFolder(t)
  const fileWith = (name: string, text: string) => {
    writeFileSync(join(folder, name), `${text}\n`)
    return join(folder, name)
  }
  const files = {
    SLACK_BOT_TOKEN_FILE: fileWith('token', SLACK_BOT_TOKEN),
    SLACK_SIGNING_SECRET_FILE: fileWith('secret', SLACK_SIGNING_SECRET)
  }
  const slack = { botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET }
  t.strictSame(readConfig(files).slack, slack)
  t.strictSame(readConfig({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET }).slack, slack)
  t.equal(readConfig({}).slack, undefined)
  t.throws(() => readConfig({ SLACK_BOT_TOKEN }), /SLACK_SIGNING_SECRET or SLACK_SIGNING_SECRET_FILE: needed/)
  t.throws(() => readConfig({ SLACK_SIGNING_SECRET }), /SLACK_BOT_TOKEN or SLACK_BOT_TOKEN_FILE: needed/)
})

t.test('what cannot be a token or a secret is refused, and not repeated', async (t) => {
  for (const env of [
    { SLACK_BOT_TOKEN: 'xoxp-a-person', SLACK_SIGNING_SECRET },
    { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: 'hush hush' }
  ]) {
    try {
      readConfig(env)
      t.fail('it was accepted')
    } catch (error) {
      t.type(error, ConfigNotValid)
      t.notMatch((error as Error).message, /xoxp-a-person|hush/)
    }
  }
})

t.test('with Slack there is a second way out', async (t) => {
  const config = readConfig({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET })
  const post = openPost(config, newSigningKey(), openSlack(config.slack!))
  t.strictSame(Object.keys(post.channels), ['slack'])
  post.close()
})
