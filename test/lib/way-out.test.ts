import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { PUBLIC_INTERNET } from '../../src/lib/outbound/outbound.ts'
import { openSlack } from '../../src/slack/slack-api.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: join('src', path), text: readFileSync(join('src', path), 'utf8') }))

t.test('nothing of the product sets another way out: only tests hand one to the application', async (t) => {
  const setting = sources.filter(({ text }) =>
    /outbound\s*:(?! Outbound|\?)/.test(text.replaceAll(/outbound\?: /g, ''))
  )
  t.strictSame(
    setting.map(({ path }) => path),
    []
  )
  for (const path of ['src/main.ts', 'src/config.ts', 'src/cli.ts'])
    t.notMatch(readFileSync(path, 'utf8'), /outbound/i, path)
})

t.test('the way out of production cannot be changed and trusts no certificate of its own', async (t) => {
  t.ok(Object.isFrozen(PUBLIC_INTERNET))
  t.equal(PUBLIC_INTERNET.ca, undefined)
  t.notOk(PUBLIC_INTERNET.isAllowed('127.0.0.1'))
})

t.test('nothing else of the product opens a connection to an address', async (t) => {
  const callers = sources.filter(({ text }) =>
    /from 'node:(https?|net|tls|dgram)'|\bfetch\(/.test(text.replaceAll(/import type .*/g, ''))
  )
  t.strictSame(callers.map(({ path }) => path).sort(), [
    'src/lib/outbound/ask-stranger.ts',
    'src/lib/outbound/is-public-address.ts',
    'src/slack/slack-api.ts'
  ])
})

t.test('Slack’s own way answers at Slack and nowhere else, whatever address it is given', async (t) => {
  let connections = 0
  const canary = createServer(() => {}).on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  t.teardown(() => canary.close())
  const { port } = canary.address() as AddressInfo
  const { api } = openSlack({ botToken: 'xoxb-1', signingSecret: 'a secret of thirty-two characters' })
  for (const address of [
    `http://127.0.0.1:${port}/hook`,
    `https://127.0.0.1:${port}/hook`,
    `https://hooks.slack.com@127.0.0.1:${port}/hook`,
    `https://hooks.slack.com:${port}/hook`,
    `http://hooks.slack.com:${port}/hook`,
    `//127.0.0.1:${port}/hook`
  ]) {
    await t.resolves(api.answer(address, { text: 'hello' }), address)
  }
  t.equal(connections, 0)
})
