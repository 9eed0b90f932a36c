import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import type { Db } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { rotationSlots, rotations } from '../../../db/schema/rotations.ts'
import { slackDayPosts } from '../../../db/schema/slack-day-posts.ts'
import { JOBS } from '../../../src/jobs/schedule.ts'
import { forgetOldSlack } from '../../../src/slack/forget-old.ts'
import { tellWhoIsOn } from '../../../src/slack/tell-who-is-on.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { slackHouse } from './slack-cast.ts'

/** A rotation with a channel and two shifts on Monday 1 March, at 05:30 in the morning in Oslo. */
async function channelHouse(t: Test, now = '2027-03-01T04:30:00Z') {
  const house = await slackHouse(t, { now })
  const { db, slack, hanna, amara, system } = house
  const channel = slack.workspace.addChannel()
  const rotation = await insertRotation(db, 'Nordic & co', { slackChannelId: channel.id, slackLocale: 'nb' })
  const morning = await insertShift(db, rotation, '2027-03-01T07:00Z', '2027-03-01T11:00Z')
  const evening = await insertShift(db, rotation, '2027-03-01T15:00Z', '2027-03-01T19:00Z')
  await insertAssignment(db, morning, hanna)
  const seat = await insertAssignment(db, morning, amara)
  return { ...house, channel, rotation, morning, evening, seat, say: (ctx = system) => tellWhoIsOn(ctx) }
}

t.test('at seven by the rotation’s clock its channel hears once who is on, in its language', async (t) => {
  const { channel, say, setTime, slack } = await channelHouse(t)
  await say()
  t.strictSame(channel.messages, [], 'not before')
  setTime('2027-03-01T06:00:00Z')
  await say()
  await say()
  t.equal(channel.messages.length, 1)
  const [message] = channel.messages
  t.equal(message!.text, 'Nordic &amp; co: på support mandag 1. mars')
  t.equal((message!.blocks[0]!.text as { text: string }).text, 'Nordic & co: på support mandag 1. mars')
  t.equal(
    (message!.blocks[1]!.text as { text: string }).text,
    '• 08:00–12:00: Hanna Host, Amara Okafor\n• 16:00–20:00: 2 ledige plasser'
  )
  setTime('2027-03-01T22:59:00Z')
  await say()
  t.equal(slack.called('chat.postMessage').length, 1)
  setTime('2027-03-02T08:00:00Z')
  await say()
  t.equal(channel.messages.length, 1, 'a day without shifts is not worth a message')
})

t.test('an hour before a shift that begins early; a night shift is told as the day begins', async (t) => {
  const { db, rotation, channel, say, setTime } = await channelHouse(t)
  await insertShift(db, rotation, '2027-03-02T04:00Z', '2027-03-02T08:00Z')
  await insertShift(db, rotation, '2027-03-02T23:15Z', '2027-03-03T06:00Z')
  setTime('2027-03-02T02:59:00Z')
  await say()
  t.equal(channel.messages.length, 0)
  setTime('2027-03-02T03:00:00Z')
  await say()
  t.equal(channel.messages.length, 1)
  setTime('2027-03-02T23:01:00Z')
  await say()
  t.equal(channel.messages.length, 2)
})

t.test('a swap and an illness edit the message in place', async (t) => {
  const { db, as, amara, bo, seat, morning, channel, say, setTime, later } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  await say()
  await db
    .update(assignments)
    .set({ releasedAt: new Date('2027-03-01T06:01:00Z') })
    .where(eq(assignments.id, seat.id))
  await insertAssignment(db, morning, bo)
  later(5)
  await say()
  t.match(JSON.stringify(channel.messages[0]!.blocks), /Bo Berg, Hanna Host|Hanna Host, Bo Berg/)
  t.notMatch(JSON.stringify(channel.messages[0]!.blocks), 'Amara')
  t.equal((await as(bo).post('/api/me/sick-days', {})).statusCode, 201)
  later(5)
  await say()
  t.notMatch(JSON.stringify(channel.messages[0]!.blocks), 'Bo Berg')
  t.match(JSON.stringify(channel.messages[0]!.blocks), '08:00–12:00: Hanna Host, én ledig plass')
  t.notMatch(JSON.stringify(channel.messages), /syk|ill|borte/i, 'and says nothing of why')
  t.equal(channel.messages.length, 1)
  t.equal(channel.messages[0]!.edits, 2)
  t.match(channel.messages[0]!.metadata, { event_type: 'lyttepost_day' }, 'it is known again all the same')
  t.ok(amara)
})

t.test('two replicas at once post once', async (t) => {
  const { channel, say, setTime } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  await Promise.all([say(), say(), say()])
  t.equal(channel.messages.length, 1)
})

class PowerCut extends Error {}

/** A database whose client dies as it writes down what became of the post. */
const mortal = (db: Db): Db =>
  new Proxy(db, {
    get: (_, name) => {
      if (name === 'update') throw new PowerCut()
      const value: unknown = Reflect.get(db, name)
      return typeof value === 'function' ? value.bind(db) : value
    }
  })

t.test('posted, and dead before it was written down: another replica finds it and edits it', async (t) => {
  const { db, system, bo, evening, channel, say, setTime, later, slack } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  await t.rejects(say({ ...system, db: mortal(db) }))
  t.equal(channel.messages.length, 1)
  t.match(await db.select().from(slackDayPosts), [{ ts: null, attempts: 1 }])
  await insertAssignment(db, evening, bo)
  later(2)
  await say()
  t.equal(slack.called('conversations.history').length, 1, 'the other may be at it still')
  later(4)
  await say()
  t.equal(channel.messages.length, 1)
  t.match(JSON.stringify(channel.messages[0]!.blocks), '16:00–20:00: Bo Berg')
  t.match(await db.select().from(slackDayPosts), [
    { ts: channel.messages[0]!.ts, attempts: 2, claimedBy: null }
  ])
  t.equal(slack.called('chat.postMessage').length, 1)
})

t.test(
  'a backup that was restored within the day knows nothing of the post; it is found and taken over',
  async (t) => {
    const { db, bo, evening, channel, say, setTime, later, slack } = await channelHouse(t)
    setTime('2027-03-01T06:00:00Z')
    await say()
    await db.delete(slackDayPosts)
    await insertAssignment(db, evening, bo)
    later(30)
    await say()
    t.equal(channel.messages.length, 1)
    t.equal(slack.called('chat.postMessage').length, 1)
    t.match(JSON.stringify(channel.messages[0]!.blocks), '16:00–20:00: Bo Berg')
    t.match(await db.select().from(slackDayPosts), [
      { ts: channel.messages[0]!.ts, attempts: 1, lastError: null }
    ])
    setTime('2027-03-02T06:00:00Z')
    await say()
    t.equal(channel.messages.length, 1, 'and what is of yesterday stays as it is')
  }
)

t.test('an answer that is lost is no reason to post again; a request that is lost is', async (t) => {
  const { channel, say, setTime, later, slack } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  slack.goWrong((method) => (method === 'chat.postMessage' ? 'lost-before' : null))
  await say()
  t.equal(channel.messages.length, 0)
  slack.goWrong((method) => (method === 'chat.postMessage' ? 'lost-after' : null))
  later(5)
  await say()
  later(5)
  await say()
  t.equal(channel.messages.length, 1)
  t.equal(slack.called('chat.postMessage').length, 2)
})

t.test(
  'a channel that the app is not in is named to administrators, and the next one is tried',
  async (t) => {
    const { db, as, ada, helge, rotation, channel, say, setTime, later, slack } = await channelHouse(t)
    await db
      .insert(rotationSlots)
      .values({ rotationId: rotation.id, weekday: 1, startsAt: '08:00', endsAt: '12:00' })
    setTime('2027-03-01T06:00:00Z')
    channel.isMember = false
    await say()
    const before = (await as(ada).get('/api/slack')).json()
    t.match(before.channels, [
      { rotation: { name: 'Nordic & co' }, channelId: channel.id, lastError: /not_in_channel/ }
    ])
    t.match(before.people, { linked: 0, waiting: 8 })
    const other = slack.workspace.addChannel()
    t.equal(
      (await as(ada).patch(`/api/rotations/${rotation.id}`, { slackChannelId: 'no id' })).statusCode,
      400
    )
    const set = await as(helge).patch(`/api/rotations/${rotation.id}`, {
      slackChannelId: other.id,
      slackLocale: 'en'
    })
    t.match(set.json(), { slackChannelId: other.id, slackLocale: 'en' })
    later(5)
    await say()
    t.equal(other.messages.length, 0, 'not at once again')
    later(30)
    await say()
    t.equal(other.messages[0]!.text, 'Nordic &amp; co: on support Monday 1 March')
    t.match((await as(ada).get('/api/slack')).json().channels, [{ onDay: '2027-03-01', lastError: null }])
  }
)

t.test('a message that somebody deleted stays deleted; when Slack asks to wait we wait', async (t) => {
  const { db, bo, evening, channel, say, setTime, later, slack } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  slack.goWrong(() => ({ retryAfter: 600 }))
  await say()
  slack.goWrong(() => null)
  later(5)
  await say()
  t.equal(channel.messages.length, 0)
  later(6)
  await say()
  t.equal(channel.messages.length, 1)
  channel.messages.length = 0
  await insertAssignment(db, evening, bo)
  later(5)
  await say()
  later(40)
  await say()
  t.equal(channel.messages.length, 0)
  t.match(await db.select().from(slackDayPosts), [{ lastError: /message_not_found/ }])
})

t.test('no channel, no Slack: nothing is said; it is a job, and old posts are forgotten', async (t) => {
  const { db, rotation, channel, say, system, setTime } = await channelHouse(t)
  setTime('2027-03-01T06:00:00Z')
  const { slack: _, ...without } = system
  await say(without)
  t.equal(channel.messages.length, 0)
  await say()
  await db.update(rotations).set({ slackChannelId: null }).where(eq(rotations.id, rotation.id))
  t.equal(JOBS.find(({ name }) => name === 'tell-who-is-on')?.run, tellWhoIsOn)
  for (const [day, left] of [['2027-04-30', 1] as const, ['2027-05-01', 0] as const]) {
    setTime(`${day}T06:00:00Z`)
    await forgetOldSlack(system)
    t.equal(await db.$count(slackDayPosts), left, `sixty days are over on ${day}`)
  }
})
