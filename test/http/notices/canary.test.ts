import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { jobRuns } from '../../../db/schema/job-runs.ts'
import { noticePreferences } from '../../../db/schema/notice-preferences.ts'
import { notices } from '../../../db/schema/notices.ts'
import { readCanary } from '../../../src/notices/canary/read-canary.ts'
import { CANARY, sendCanary } from '../../../src/notices/canary/send-canary.ts'
import { emailSender } from '../../../src/notices/email/email-sender.ts'
import { deliverNotices } from '../../../src/notices/outbox/deliver-notices.ts'
import { ChannelDown, type Post } from '../../../src/notices/post.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { mailServer } from './mail-server.ts'
import { letterbox, PUBLIC_URL, postBy } from './notices-cast.ts'

const TOKEN = 'a-token-of-twenty-signs-and-more'

async function watched(t: Test, post: Partial<Post> = {}) {
  const house = await testApp(t, { now: '2027-03-01T08:10:05Z', metricsToken: TOKEN })
  const company = await insertSmallCompany(house.db)
  const box = letterbox()
  const system = {
    ...{ db: house.db, now: house.clock.now, actor: null, requestId: null },
    post: { ...postBy(box.sender), canaryTo: 'Ada.Admin@Fjordlys.example', ...post }
  }
  const queue = (plannedAt: string) => sendCanary(system, new Date(plannedAt))
  const queued = () => house.db.select().from(notices).where(eq(notices.kind, CANARY))
  const ready = async () => (await house.app.inject({ url: '/readyz' })).json()
  return { ...house, ...company, box, system, queue, queued, ready, deliver: () => deliverNotices(system) }
}

t.test('a canary goes the way of all notices, and the time it takes is measured', async (t) => {
  const { queue, deliver, clock, box, system, ready, app } = await watched(t)
  t.strictSame(await ready(), { status: 'ready' }, 'without one nobody watches')
  await queue('2027-03-01T08:10:00Z')
  clock.set('2027-03-01T08:11:05Z')
  await deliver()
  t.match(box.sent, [{ title: 'Delivery check', to: { email: 'ada.admin@fjordlys.example' } }])
  t.strictSame(await readCanary(system), { lastSeconds: 60, waitingSeconds: 0, isLate: false })
  const { body } = await app.inject({ url: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })
  t.match(body, /^lyttepost_canary_seconds 60$/m)
  t.match(body, /^lyttepost_canary_waiting_seconds 0$/m)
  t.strictSame(await ready(), { status: 'ready' })
})

t.test('through a real mail server it counts when that has taken it', async (t) => {
  const mail = await mailServer()
  t.teardown(() => mail.close())
  const settings = { smtpUrl: mail.url, mailFrom: 'support@fjordlys.example', publicUrl: PUBLIC_URL }
  const sender = emailSender(settings)
  t.teardown(() => sender.close())
  const { queue, deliver, system } = await watched(t, { channels: { email: sender } })
  await queue('2027-03-01T08:10:00Z')
  t.match(await readCanary(system), { lastSeconds: null })
  await deliver()
  t.match(mail.mails, [{ to: ['ada.admin@fjordlys.example'], headers: { subject: 'Delivery check' } }])
  t.match(await readCanary(system), { lastSeconds: 0 })
})

t.test(
  'late delivery turns readiness amber, with the part, and not red; it goes green by itself',
  async (t) => {
    let isDown = true
    const { queue, deliver, clock, ready, app, db } = await watched(t, {
      channels: {
        email: {
          send: async () => {
            if (isDown) throw new ChannelDown('nobody there')
            return '250 taken'
          }
        }
      }
    })
    await queue('2027-03-01T08:10:00Z')
    await deliver()
    clock.set('2027-03-01T08:20:05Z')
    t.strictSame(await ready(), { status: 'ready' }, 'ten minutes are not late')
    clock.set('2027-03-01T08:20:16Z')
    const reply = await app.inject({ url: '/readyz' })
    t.equal(reply.statusCode, 200, 'a replica that is taken out delivers nothing either')
    t.strictSame(reply.json(), { status: 'degraded', degraded: ['delivery'] })
    isDown = false
    await deliver()
    clock.set('2027-03-01T08:20:30Z')
    t.strictSame(await ready(), { status: 'ready' })
    t.match(await db.select().from(deliveries), [{ sentAt: new Date('2027-03-01T08:20:16Z') }])
  }
)

t.test('when nobody queues canaries any more, that is late too', async (t) => {
  const { queue, deliver, clock, ready } = await watched(t)
  await queue('2027-03-01T08:10:00Z')
  await deliver()
  clock.set('2027-03-01T08:55:00Z')
  t.strictSame(await ready(), { status: 'ready' })
  clock.set('2027-03-01T08:56:00Z')
  t.strictSame(await ready(), { status: 'degraded', degraded: ['delivery'] })
})

t.test('late jobs are named, whatever the canary', async (t) => {
  const { db, ready } = await watched(t)
  await db.insert(jobRuns).values({ job: 'tell-of-gaps', plannedAt: new Date(Date.now() - 16 * 60_000) })
  t.strictSame(await ready(), { status: 'degraded', degraded: ['jobs'] })
})

t.test('one planned time queues one, however often it runs, and none long after', async (t) => {
  const { queue, queued, clock } = await watched(t)
  await queue('2027-03-01T08:10:00Z')
  await queue('2027-03-01T08:10:00Z')
  t.equal((await queued()).length, 1)
  await queue('2027-03-01T06:40:00Z')
  t.equal((await queued()).length, 1, 'what an outage missed is not made up for')
  clock.set('2027-03-01T11:10:06Z')
  await queue('2027-03-01T11:10:00Z')
  t.equal((await queued()).length, 1, 'after three hours it is cleared away')
})

t.test('it disturbs nobody: read already, whatever the reader chose, also at night', async (t) => {
  const { queue, deliver, db, ada, clock, box, as } = await watched(t)
  await db
    .insert(noticePreferences)
    .values({ employeeId: ada.id, noticeGroup: 'team', mode: 'inbox', setAt: clock.now() })
  clock.set('2027-03-01T23:10:05Z')
  await queue('2027-03-01T23:10:00Z')
  await deliver()
  t.equal(box.sent.length, 1)
  const inbox = (await as(ada).get('/api/me/notices')).json()
  t.match(inbox, { items: [{ kind: CANARY, readAt: '2027-03-01T23:10:05.000Z' }] })
})

t.test('where no way out is set up, it is measured until the inbox is found to be enough', async (t) => {
  const { queue, deliver, clock, system } = await watched(t, { channels: {} })
  await queue('2027-03-01T08:10:00Z')
  clock.set('2027-03-01T08:10:35Z')
  await deliver()
  t.match(await readCanary(system), { lastSeconds: 30, isLate: false })
})

t.test(
  'an address of nobody fails the job for all to see; no address clears the last ones away',
  async (t) => {
    const { queue, queued, system } = await watched(t)
    await queue('2027-03-01T08:10:00Z')
    const gone = { ...system, post: { ...system.post, canaryTo: 'nobody@fjordlys.example' } }
    await t.rejects(sendCanary(gone, new Date('2027-03-01T08:10:00Z')), /CANARY_TO/)
    const { canaryTo: _, ...post } = system.post
    await sendCanary(
      { ...system, now: () => new Date('2027-03-01T08:11:00Z'), post },
      new Date('2027-03-01T08:10:00Z')
    )
    t.strictSame(await queued(), [])
  }
)
