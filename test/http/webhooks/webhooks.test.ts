import type { IncomingMessage, ServerResponse } from 'node:http'
import { addDays, subSeconds } from 'date-fns'
import { asc, eq } from 'drizzle-orm'
import { Webhook } from 'standardwebhooks'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { webhookDeliveries, webhooks } from '../../../db/schema/webhooks.ts'
import { recordAudit } from '../../../src/audit/record-audit.ts'
import { PUBLIC_INTERNET } from '../../../src/lib/outbound/outbound.ts'
import { deliverWebhooks } from '../../../src/webhooks/deliver-webhooks.ts'
import { forgetOldDeliveries } from '../../../src/webhooks/forget-old-deliveries.ts'
import { testApp } from '../../helpers/app.ts'
import { HOSTS_INSIDE } from '../../helpers/hosts-inside.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { canary, stranger } from '../../helpers/stranger.ts'

interface Received {
  headers: Record<string, string>
  body: string
}

type Answer = (reply: ServerResponse, received: Received) => void

const thanks: Answer = (reply) => reply.writeHead(204).end()

/** A receiver on another machine, so to speak, and an administrator who has it told of hours and publications. */
async function aReceiver(t: Test, { answer = thanks }: { answer?: Answer } = {}) {
  const received: Received[] = []
  const state = { answer }
  const listener = async (request: IncomingMessage, reply: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const one = { headers: request.headers as Record<string, string>, body: Buffer.concat(chunks).toString() }
    received.push(one)
    state.answer(reply, one)
  }
  const server = await stranger(t, (request, reply) => void listener(request, reply))
  const app = await testApp(t, { now: '2027-03-01T08:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const admin = app.as(company.ada)
  const { db, clock } = app
  const ctx = { db, now: clock.now, actor: null, requestId: null, outbound: server.outbound }
  const send = () => deliverWebhooks(ctx)
  const events = ['hours.confirmed', 'rotation.published']
  const body = { url: `${server.url}/in?key=1`, description: 'The data warehouse', events }
  const webhook = (await admin.post('/api/webhooks', body)).json() as { id: string; secret: string }
  const happen = (action: string, objectId = 'a-thing') =>
    db.transaction((tx) =>
      recordAudit(tx, ctx, { action, objectType: action.split('.')[0]!, objectId, after: { name: 'Amara' } })
    )
  const log = async () => (await admin.get(`/api/webhooks/${webhook.id}/deliveries`)).json().items
  return { ...app, ...company, ctx, admin, server, received, state, send, webhook, happen, log }
}

t.test(
  'what happens is told, thin and signed, to who wants to hear of it, and of nothing else',
  async (t) => {
    const { received, send, happen, webhook, log, db } = await aReceiver(t)
    await happen('hours.confirmed', 'entry-1')
    await happen('learning.submitted')
    await happen('employee.changed')
    await send()
    t.equal(received.length, 1)
    const [{ headers, body }] = received as [Received]
    t.match(headers, { 'content-type': 'application/json', 'user-agent': 'Lyttepost' })
    t.strictSame(JSON.parse(body), {
      type: 'hours.confirmed',
      timestamp: '2027-03-01T08:00:00.000Z',
      data: { objectType: 'hours', objectId: 'entry-1' }
    })
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    t.equal(new Webhook(webhook.secret).sign(headers['webhook-id']!, at, body), headers['webhook-signature'])
    t.match(await log(), [
      { id: headers['webhook-id'], attempts: 1, status: 204, nextAt: null, failure: null }
    ])
    await send()
    t.equal(received.length, 1)
    t.equal((await db.select().from(webhookDeliveries)).length, 1)
  }
)

t.test('what is rolled back is not told', async (t) => {
  const { db, ctx, received, send } = await aReceiver(t)
  const failing = db.transaction(async (tx) => {
    await recordAudit(tx, ctx, { action: 'hours.confirmed', objectType: 'hours', objectId: 'x' })
    throw new Error('no')
  })
  await t.rejects(failing, /no/)
  await send()
  t.equal(received.length, 0)
})

t.test(
  'a receiver that fails is tried again, later each time and as late as it asks, then given up',
  async (t) => {
    const { received, state, send, happen, log, clock } = await aReceiver(t)
    state.answer = (reply) =>
      reply.writeHead(503, received.length === 2 ? { 'retry-after': '7200' } : {}).end()
    await happen('hours.confirmed')
    const waits: number[] = []
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await send()
      t.equal(received.length, attempt)
      const [{ nextAt, status, failure }] = await log()
      t.match({ status, failure }, { status: 503, failure: 'refused' })
      if (nextAt === null) break
      waits.push((Date.parse(nextAt) - clock.now().getTime()) / 60_000)
      clock.set(new Date(Date.parse(nextAt) - 1000).toISOString())
      await send()
      t.equal(received.length, attempt, 'not a second early')
      clock.set(nextAt)
    }
    const planned = [1, 120, 30, 120, 300, 600, 840, 1200, 1440]
    t.equal(waits.length, planned.length)
    planned.forEach((minutes, place) => {
      t.ok(waits[place]! >= minutes && waits[place]! <= minutes * 1.1, `${place}: ${waits[place]}`)
    })
    t.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 1, 'always the same message')
  }
)

t.test('410 switches the webhook off; switched on it hears of what happens from then on', async (t) => {
  const { admin, received, state, send, happen, webhook, log } = await aReceiver(t)
  state.answer = (reply) => reply.writeHead(410).end()
  await happen('hours.confirmed', 'one')
  await send()
  const listed = async () => (await admin.get('/api/webhooks')).json().items[0]
  t.match(await listed(), { disabledBecause: 'gone', disabledAt: '2027-03-01T08:00:00.000Z' })
  await happen('hours.confirmed', 'two')
  state.answer = thanks
  const deliveryId = (await log())[0].id
  t.match((await admin.post(`/api/webhook-deliveries/${deliveryId}/resending`)).json(), {
    code: 'WEBHOOK_DISABLED'
  })
  t.match((await admin.patch(`/api/webhooks/${webhook.id}`, { isEnabled: true })).json(), {
    disabledAt: null
  })
  await happen('hours.confirmed', 'three')
  await send()
  t.strictSame(
    received.map(({ body }) => JSON.parse(body).data.objectId),
    ['one', 'three']
  )
})

t.test('an administrator has a delivery sent again and sees whether a ping arrives', async (t) => {
  const { admin, received, send, happen, webhook, log, db } = await aReceiver(t)
  await happen('rotation.published')
  await send()
  const [{ id }] = await log()
  t.equal((await admin.post(`/api/webhook-deliveries/${id}/resending`)).statusCode, 202)
  t.equal((await admin.post(`/api/webhooks/${webhook.id}/ping`)).statusCode, 202)
  await send()
  t.strictSame(received.map(({ body }) => JSON.parse(body).type).sort(), [
    'ping',
    'rotation.published',
    'rotation.published'
  ])
  const actions = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.objectId, webhook.id))
    .orderBy(asc(auditEntries.at))
  t.strictSame(actions.map(({ action }) => action).sort(), [
    'webhook.added',
    'webhook.pinged',
    'webhook.resent'
  ])
})

t.test('a new secret signs beside the old one for a day, then alone; secrets are told once', async (t) => {
  const { admin, received, send, happen, webhook, clock } = await aReceiver(t)
  const { secret } = (await admin.post(`/api/webhooks/${webhook.id}/secret-rotation`)).json()
  const signatures = async () => {
    await happen('hours.confirmed')
    await send()
    const { headers, body } = received.at(-1)!
    const at = new Date(Number(headers['webhook-timestamp']) * 1000)
    const signed = headers['webhook-signature']!.split(' ')
    return [secret, webhook.secret].map((key) =>
      signed.includes(new Webhook(key).sign(headers['webhook-id']!, at, body))
    )
  }
  t.strictSame(await signatures(), [true, true])
  clock.set('2027-03-02T08:00:00Z')
  t.strictSame(await signatures(), [true, false])
  t.notMatch((await admin.get('/api/webhooks')).body, /whsec_/)
})

t.test(
  'two replicas never send the same delivery at once; one that died leaves it to the other',
  async (t) => {
    const { received, send, happen, db, clock } = await aReceiver(t)
    for (let count = 0; count < 60; count += 1) await happen('hours.confirmed', `entry-${count}`)
    await Promise.all([send(), send(), send()])
    t.equal(received.length, 60)
    t.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 60)
    // As a process leaves it that died between sending and noting.
    await db.update(webhookDeliveries).set({ nextAt: new Date('2027-03-01T08:02:00Z'), deliveredAt: null })
    await send()
    t.equal(received.length, 60)
    clock.set('2027-03-01T08:02:00Z')
    await send()
    t.equal(received.length, 120)
    t.equal(new Set(received.map(({ headers }) => headers['webhook-id'])).size, 60, 'told apart by its id')
  }
)

t.test('sixty addresses that lead inside reach nothing, and neither does a redirect', async (t) => {
  const { admin, db, ctx, server, state, send, happen, webhook } = await aReceiver(t)
  const inside = await canary(t)
  t.equal(HOSTS_INSIDE.length, 60)
  const urls = HOSTS_INSIDE.map((host) => `https://${host}:${inside.port}/`)
  const [row] = await db.select().from(webhooks)
  const { id: _, ...fields } = row!
  await db.insert(webhooks).values(urls.map((url) => ({ ...fields, url })))
  await admin.delete(`/api/webhooks/${webhook.id}`)
  await happen('hours.confirmed')
  await deliverWebhooks({ ...ctx, outbound: { ...PUBLIC_INTERNET, timeoutMs: 2000 } })
  const failures = (await db.select().from(webhookDeliveries)).map(({ failure }) => failure)
  t.equal(failures.length, 60)
  const known = ['address-not-public', 'name-not-known', 'address-not-usable']
  t.ok(
    failures.every((failure) => known.includes(failure!)),
    [...new Set(failures)].join(', ')
  )
  await db.delete(webhooks)
  await db.insert(webhooks).values({ ...fields, url: server.url })
  state.answer = (reply) => reply.writeHead(302, { location: `https://127.0.0.1:${inside.port}/` }).end()
  await happen('hours.confirmed')
  await send()
  t.match(await db.select().from(webhookDeliveries), [{ failure: 'redirected', attempts: 1 }])
  t.equal(inside.connections(), 0)
})

t.test('an address that cannot be used is refused with what to do', async (t) => {
  const { admin } = await aReceiver(t)
  for (const url of [
    'http://hooks.example.com/',
    'https://me:secret@hooks.example.com/',
    'hooks.example.com'
  ]) {
    const reply = await admin.post('/api/webhooks', { url, description: 'x', events: ['hours.confirmed'] })
    t.match(reply.json(), { status: 400, code: 'WEBHOOK_URL_NOT_VALID', details: { field: 'url' } })
  }
})

t.test('the log forgets what is done after sixty days and nothing that still waits', async (t) => {
  const { ctx, db, send, happen, state, clock } = await aReceiver(t)
  await happen('hours.confirmed', 'arrived')
  await send()
  state.answer = (reply) => reply.writeHead(500).end()
  await happen('hours.confirmed', 'waits')
  await send()
  const overAt = addDays(clock.now(), 60)
  clock.set(subSeconds(overAt, 1).toISOString())
  await forgetOldDeliveries(ctx)
  t.equal(await db.$count(webhookDeliveries), 2, 'a second before all is there')
  clock.set(overAt.toISOString())
  await forgetOldDeliveries(ctx)
  const left = await db.select().from(webhookDeliveries)
  t.strictSame(
    left.map(({ payload }) => (payload.data as { objectId: string }).objectId),
    ['waits']
  )
})
