import t, { type Test } from 'tap'
import { slackRequests } from '../../../db/schema/slack-requests.ts'
import { forgetOldSlack } from '../../../src/slack/forget-old.ts'
import { testAppOn } from '../../helpers/app.ts'
import { signed } from '../../helpers/slack/fake-slack.ts'
import { slackHouse } from './slack-cast.ts'

async function linked(t: Test) {
  const house = await slackHouse(t)
  await house.link()
  const { slack, amara, user } = house
  const request = slack.command(user(amara), 'now').request
  return { ...house, request }
}

t.test(
  'what Slack has not signed with our secret is refused: other keys, other bytes, no signature',
  async (t) => {
    const { app, request, clock, slack, amara, user } = await linked(t)
    const { headers, payload } = request
    const foreign = slack.command(user(amara), 'now', { secret: 'f'.repeat(32) }).request
    const wrong = {
      'another secret': foreign,
      'a body written anew': { ...request, payload: payload.replaceAll('%2F', '%2f') },
      'fields in another order': {
        ...request,
        payload: [...new URLSearchParams(payload)]
          .reverse()
          .map(([k, v]) => `${k}=${encodeURIComponent(v)}`)
          .join('&')
      },
      'a letter more': { ...request, payload: `${payload}&` },
      'a signature in capitals': {
        ...request,
        headers: { ...headers, 'x-slack-signature': headers['x-slack-signature'].toUpperCase() }
      },
      'an empty signature': { ...request, headers: { ...headers, 'x-slack-signature': '' } },
      'another version': {
        ...request,
        headers: { ...headers, 'x-slack-signature': headers['x-slack-signature'].replace('v0', 'v1') }
      },
      'another time': {
        ...request,
        headers: {
          ...headers,
          'x-slack-request-timestamp': String(Number(headers['x-slack-request-timestamp']) + 1)
        }
      },
      'a time written otherwise': {
        ...request,
        headers: { ...headers, 'x-slack-request-timestamp': `0${headers['x-slack-request-timestamp']}` }
      },
      'no time': { ...request, headers: { ...headers, 'x-slack-request-timestamp': '' } },
      'another address': { ...signed('/slack/interactions', payload, { at: clock.now(), secret: 'x' }) }
    }
    for (const [what, bad] of Object.entries(wrong)) {
      t.match((await app.inject(bad)).json(), { status: 401, code: 'SLACK_REQUEST_NOT_VALID' }, what)
    }
    t.equal((await app.inject(request)).statusCode, 200, 'and the true one is let in after all')
  }
)

t.test('five minutes by our clock: later and earlier requests are not believed', async (t) => {
  const { app, slack, amara, user, clock } = await linked(t)
  const sentAt = (seconds: number) => {
    const at = new Date(clock.now().getTime() + seconds * 1000)
    return app.inject(slack.command(user(amara), 'now', { at }).request)
  }
  for (const seconds of [-301, 301, -86_400]) t.equal((await sentAt(seconds)).statusCode, 401, `${seconds} s`)
  for (const seconds of [-299, 299]) t.equal((await sentAt(seconds)).statusCode, 200, `${seconds} s`)
})

t.test(
  'a request is taken once, on all replicas together, for as long as its time would let it in',
  async (t) => {
    const { db, app, request, opened, clock, system, setTime } = await linked(t)
    const other = await testAppOn(t, db, { now: clock.now().toISOString(), slack: opened })
    const both = await Promise.all([app, other.app].map((one) => one.inject(request)))
    t.strictSame(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
    t.match((await app.inject(request)).json(), { status: 409, code: 'SLACK_REQUEST_REPEATED' })
    setTime('2027-03-01T08:04:59Z')
    await forgetOldSlack(system)
    t.equal((await app.inject(request)).statusCode, 409)
    setTime('2027-03-01T10:00:00Z')
    await forgetOldSlack(system)
    t.strictSame(await db.select().from(slackRequests), [])
    t.equal((await app.inject(request)).statusCode, 401, 'by then it is too old')
  }
)

t.test('a body too large, and any other than a form, is refused before it is looked at', async (t) => {
  const { app, slack, clock } = await linked(t)
  const large = signed('/slack/commands', `text=${'x'.repeat(300_000)}`, { at: clock.now() })
  t.equal((await app.inject(large)).statusCode, 413)
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
    const reply = await app.inject({
      ...slack.send('/slack/commands', {}),
      headers: { 'content-type': type }
    })
    t.equal(reply.statusCode, 415, type)
  }
  t.equal((await app.inject({ method: 'POST', url: '/slack/commands' })).statusCode, 401, 'no body at all')
})

t.test('what is signed and makes no sense is answered, never with a fault of ours', async (t) => {
  const { app, slack, amara, user } = await linked(t)
  const id = user(amara).id
  const button = { action_id: 'swap.accept', block_id: 'x', value: '00000000-0000-7000-8000-00000000dead' }
  const press = (changes: object) =>
    slack.interaction({ type: 'block_actions', user: { id }, actions: [button], ...changes })
  const requests = [
    slack.send('/slack/interactions', { payload: 'no json' }),
    slack.send('/slack/interactions', {}),
    slack.interaction({ type: 'shortcut', user: { id } }),
    press({ actions: [] }),
    press({ actions: [{ ...button, value: '../../etc' }] }),
    press({ actions: [{ ...button, action_id: 'constructor' }] }),
    press({ response_url: 'https://evil.example/answer' }),
    slack.interaction({
      type: 'view_submission',
      user: { id },
      view: { id: 'V1', callback_id: 'other', private_metadata: '', state: { values: {} } }
    }),
    slack.submit(user(amara), { id: 'V1', callback_id: 'learning', private_metadata: 'no json' }, {}),
    slack.send('/slack/commands', { text: 'me' })
  ]
  for (const request of requests)
    t.equal((await app.inject(request)).statusCode, 200, request.payload.slice(0, 200))
})
